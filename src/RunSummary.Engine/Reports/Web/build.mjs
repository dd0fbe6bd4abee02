// Copies the published, minified files of the libraries and their licences into ../Assets.
import { readFileSync, writeFileSync } from 'node:fs';

const files = {
    'chart.js/dist/chart.umd.min.js': 'chart.min.js',
    'chart.js/LICENSE.md': 'chart.LICENSE.md',
    '@kurkle/color/LICENSE.md': 'color.LICENSE.md',
    'tablesort/dist/tablesort.min.js': 'tablesort.min.js',
    'tablesort/dist/sorts/tablesort.number.min.js': 'tablesort.number.min.js',
    'tablesort/LICENCE': 'tablesort.LICENSE.md',
};

for (const [from, to] of Object.entries(files)) {
    // A source map would be asked for over the network, and the hash in the page is that of text with plain line ends.
    const text = readFileSync(`node_modules/${from}`, 'utf8')
        .replace(/\r\n?/g, '\n')
        .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
        .trimEnd() + '\n';
    if (to.endsWith('.js') && /<\/script|<!--/i.test(text)) {
        throw new Error(`${from} holds what would end its script element.`);
    }

    writeFileSync(`../Assets/${to}`, text);
}
