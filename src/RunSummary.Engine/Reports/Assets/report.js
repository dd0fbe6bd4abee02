(() => {
    'use strict';

    const report = JSON.parse(document.getElementById('data').textContent);
    const rows = report.scripts;
    const byId = id => document.getElementById(id);
    // What overrides the direction of text would show a name other than it is.
    const nameOf = row => (row.scriptName ?? row.scriptId).replace(/[\u202A-\u202E\u2066-\u2069]/g, ' ');
    const format = new Intl.NumberFormat('en-US');
    const number = value => value === undefined ? '–' : format.format(value);
    // Rounded down, so that 100 % means that nothing failed.
    const percent = row => {
        const good = row.successDeviceCount ?? 0;
        const all = good + (row.errorDeviceCount ?? 0);
        return all === 0 ? '–' : `${(Math.floor(good * 1000 / all) / 10).toFixed(1)} %`;
    };
    const has = name => rows.some(row => row[name] !== undefined);
    const element = (tag, text, className) => {
        const made = document.createElement(tag);
        made.textContent = text;
        made.className = className ?? '';
        return made;
    };

    const drifts = row => row.hasDrift === undefined ? '–' : !row.hasDrift ? 'None' : [
        ['successDeviceCount', 'devices OK'], ['errorDeviceCount', 'devices with error'],
        ['successUserCount', 'users OK'], ['errorUserCount', 'users with error'],
    ].map(([name, words]) => [row['recorded' + name[0].toUpperCase() + name.slice(1)], row[name], words])
        .filter(([recorded, measured]) => recorded !== measured)
        .map(([recorded, measured, words]) => `${words} ${number(recorded)} → ${number(measured)}`).join(', ');

    const counts = [
        ['successDeviceCount', 'Devices OK'], ['errorDeviceCount', 'Devices with error'], ['successUserCount', 'Users OK'],
        ['errorUserCount', 'Users with error'], ['pending', 'Pending'], ['notApplicable', 'Not applicable'], ['unknown', 'Unknown'],
    ].filter(([name]) => has(name));
    const columns = [
        { title: 'Script', text: nameOf },
        { title: 'Type', text: row => row.scriptType },
        { title: 'Success', text: percent, sort: row => row.successShare ?? 2 },
        ...counts.map(([name, title]) => ({ title, text: row => number(row[name]), sort: row => row[name] ?? -1, bad: row => /error/.test(title) && row[name] > 0 })),
        ...has('hasDrift') ? [{ title: 'Drift', wide: true, text: drifts, bad: row => row.hasDrift }] : [],
    ];

    const worstFirst = list => list.filter(row => row.successShare !== undefined).sort((one, other) => one.successShare - other.successShare);

    function cell(column, row) {
        const made = element('td', column.text(row), [column.sort ? 'number' : '', column.bad?.(row) ? 'bad' : ''].join(' ').trim());
        if (column.sort) {
            made.dataset.sort = column.sort(row);
        } else if (column.text === nameOf && row.scriptName !== undefined) {
            made.dataset.sort = nameOf(row);
            made.append(element('span', row.scriptId, 'id'));
        }

        return made;
    }

    function fillTable() {
        const table = byId('table');
        for (const column of columns) {
            const head = element('th', column.title, column.sort ? 'number' : column.wide ? 'wide' : '');
            head.scope = 'col';
            head.dataset.sortMethod = column.sort ? 'number' : 'text';
            if (column.title === 'Success') {
                head.dataset.sortDefault = '';
            }

            table.tHead.rows[0].append(head);
        }

        const lines = rows.map(row => {
            const line = document.createElement('tr');
            line.append(...columns.map(column => cell(column, row)));
            return line;
        });
        table.tBodies[0].append(...lines);
        new Tablesort(table);
        table.hidden = false;
        return lines;
    }

    function colours() {
        const isPrint = matchMedia('print').matches;
        const style = getComputedStyle(document.documentElement);
        const colour = name => style.getPropertyValue(name).trim();
        return { bar: isPrint ? '#1f6fb2' : colour('--bar'), text: isPrint ? '#1b1b1f' : colour('--text'), line: isPrint ? '#d9d9e0' : colour('--line') };
    }

    const cut = (text, length) => [...text].length > length ? [...text].slice(0, length - 1).join('') + '…' : text;
    // On a narrow screen the names leave most of the width to the bars.
    function label(value) {
        const { ctx, width } = this.chart;
        const text = this.getLabelForValue(value);
        ctx.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
        let length = [...text].length;
        while (length > 1 && ctx.measureText(cut(text, length)).width > width * .4) {
            length--;
        }

        return cut(text, length);
    }

    let chart;
    function draw(shown) {
        const sorted = worstFirst(shown);
        // Names are legible for so many; beyond that the columns show how the shares are spread.
        const isNamed = sorted.length <= 30;
        const { bar, text, line } = colours();
        byId('chart-section').hidden = sorted.length === 0;
        byId('chart').parentElement.style.height = isNamed ? `${4 + sorted.length * 1.5}rem` : '18rem';
        chart?.destroy();
        const share = { min: 0, max: 100, title: { display: !isNamed, text: 'Success in %', color: text }, ticks: { color: text }, grid: { color: line } };
        const names = { ticks: { color: text, display: isNamed, autoSkip: false, ...isNamed ? { callback: label } : {} }, grid: { display: false }, title: { display: !isNamed, text: `${format.format(sorted.length)} scripts`, color: text } };
        chart = new Chart(byId('chart'), {
            type: 'bar',
            data: {
                labels: sorted.map(row => cut(nameOf(row), 40)),
                datasets: [{ data: sorted.map(row => row.successShare * 100), backgroundColor: bar, barPercentage: isNamed ? .8 : 1, categoryPercentage: isNamed ? .9 : 1, minBarLength: 2 }],
            },
            options: {
                animation: false,
                maintainAspectRatio: false,
                indexAxis: isNamed ? 'y' : 'x',
                scales: isNamed ? { x: share, y: names } : { y: share, x: names },
                interaction: { mode: 'nearest', axis: isNamed ? 'y' : 'x', intersect: false },
                plugins: { legend: { display: false }, tooltip: { displayColors: false, callbacks: { label: item => percent(sorted[item.dataIndex]) } } },
            },
        });
    }

    const lines = fillTable();
    const words = rows.map(row => `${nameOf(row)} ${row.scriptId}`.toLowerCase());
    let shown = rows;
    function filter() {
        const text = byId('text').value.trim().toLowerCase();
        const type = byId('type').value;
        shown = rows.filter((row, index) => {
            const isShown = words[index].includes(text)
                && (type === '' || row.scriptType === type)
                && (!byId('errors').checked || row.errorDeviceCount > 0 || row.errorUserCount > 0)
                && (!byId('drift').checked || row.hasDrift === true);
            lines[index].hidden = !isShown;
            return isShown;
        });
        byId('shown').textContent = `${format.format(shown.length)} of ${format.format(rows.length)} script${rows.length === 1 ? '' : 's'}`;
        draw(shown);
    }

    for (const type of [...new Set(rows.map(row => row.scriptType))].sort()) {
        byId('type').append(element('option', type));
    }

    byId('drift-filter').hidden = !has('hasDrift');
    byId('filters').hidden = false;
    byId('filters').addEventListener('submit', event => event.preventDefault());
    let wait;
    byId('filters').addEventListener('input', () => {
        clearTimeout(wait);
        wait = setTimeout(filter, 120);
    });
    for (const media of ['(prefers-color-scheme: dark)', 'print']) {
        matchMedia(media).addEventListener('change', () => draw(shown));
    }

    filter();
})();
