<#
.SYNOPSIS
Brings the pages in docs/en-US up to date with the module as built, and makes the help that ships from them.
.DESCRIPTION
Microsoft.PowerShell.PlatyPS writes the pages and the MAML. It leaves out some of what Get-Help shows, which is added here.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$shipped = Join-Path $PSScriptRoot '../src/RunSummary/en-US'
$folder = Join-Path $PSScriptRoot 'en-US'

function ConvertTo-PlainText([string] $Markdown) {
    # One line for each paragraph and list item: consoles differ in width.
    $Markdown.Replace("`r", '') -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '`|(?<!\S)\*(?=\S)|(?<=[\w.])\*(?!\S)' -replace '(?<=\S)\n(?!\n|- ) *', ' '
}

function Add-Element($Parent, [string] $Name, [string] $Text) {
    $prefix = $Name.Split(':')[0]
    $element = $Parent.OwnerDocument.CreateElement($Name, $Parent.GetNamespaceOfPrefix($prefix))
    $element.InnerText = $Text
    $null = $Parent.AppendChild($element)
}

function Complete-Command($Command, $Page) {
    foreach ($parameter in $Command.parameters.parameter) {
        $described = $Page.Parameters | Where-Object Name -eq $parameter.name
        Add-Element -Parent $parameter -Name 'dev:defaultValue' -Text $described.DefaultValue
        # The syntax tells the sets apart, this list doesn't: what one set can do without isn't required.
        if ($described.ParameterSets.IsRequired -contains $false) { $parameter.required = 'false' }
        $inSyntax = $Command.syntax.syntaxItem.parameter | Where-Object { $_.name -eq $parameter.name -and $_.parameterValue } | Select-Object -First 1
        if ($inSyntax) { $parameter['command:parameterValue'].InnerText = $inSyntax.parameterValue.InnerText }
    }
    $examples = @($Command.examples.example)
    for ($index = 0; $index -lt $examples.Count; $index++) {
        $null = $Page.Examples[$index].Remarks.Replace("`r", '') -match '(?s)^(?<before>.*?)```powershell\n(?<code>.*?)\n```(?<after>.*)$'
        foreach ($name in 'maml:introduction', 'dev:code', 'dev:remarks') { $null = $examples[$index].RemoveChild($examples[$index][$name]) }
        Add-Element -Parent $examples[$index] -Name 'dev:code' -Text $Matches.code
        Add-Element -Parent $examples[$index] -Name 'dev:remarks' -Text ''
        foreach ($text in ($Matches.before + $Matches.after).Trim(), '') { Add-Element -Parent $examples[$index]['dev:remarks'] -Name 'maml:para' -Text $text }
    }
    # Addresses that aren't absolute are no links to Get-Help -Online.
    foreach ($link in $Command.relatedLinks.navigationLink) { $link['maml:uri'].InnerText = '' }
    foreach ($paragraph in $Command.GetElementsByTagName('maml:para')) { $paragraph.InnerText = ConvertTo-PlainText $paragraph.InnerText }
}

function Export-CommandHelp {
    $pages = Join-Path $folder '*-*.md'
    Update-MarkdownCommandHelp -Path $pages -NoBackup
    foreach ($page in Get-Item -Path $pages) {
        # PlatyPS writes the day, a byte order mark, a heading for aliases where there are none, and [<CommonParameters>] in some lines only.
        $text = [IO.File]::ReadAllText($page.FullName).Replace("`r", '') -replace '(?m)^(ms\.date: .*|## ALIASES\n)\n|\s*\[<CommonParameters>\]'
        [IO.File]::WriteAllText($page.FullName, $text)
    }
    $help = Import-MarkdownCommandHelp -Path $pages
    $made = $help | Export-MamlCommandHelp -OutputFolder $work
    $maml = [xml] [IO.File]::ReadAllText($made.FullName)
    foreach ($command in $maml.DocumentElement.ChildNodes) { Complete-Command $command ($help | Where-Object Title -eq $command.details.name) }
    $settings = [Xml.XmlWriterSettings] @{ Indent = $true; NewLineChars = "`n"; Encoding = [Text.UTF8Encoding]::new($false) }
    $writer = [Xml.XmlWriter]::Create((Join-Path $shipped 'RunSummary.dll-Help.xml'), $settings)
    $maml.Save($writer)
    $writer.Dispose()
}

function Format-Paragraph([string] $Text) {
    $lines = @('   ')
    foreach ($word in -split $Text) {
        if ($lines[-1].Length + $word.Length -ge 79) { $lines += '   ' }
        $lines[-1] += " $word"
    }
    $lines
}

function ConvertTo-AboutText([string] $Markdown) {
    foreach ($block in [regex]::Matches($Markdown.Replace("`r", ''), '(?ms)^```\w*\n(?<code>.*?)^```$|^(?<text>[^\n]+(\n[^\n]+)*)')) {
        $text = ConvertTo-PlainText $block.Groups['text'].Value
        switch -Regex ($text) {
            '^$' { $block.Groups['code'].Value.TrimEnd() -split '\n' | ForEach-Object { "        $_" }; break }
            '^# (.*)' { 'TOPIC', "    $($Matches[1])"; break }
            '^## (.*)' { $Matches[1].ToUpperInvariant(); break }
            '^### (.*)' { "  $($Matches[1])"; break }
            '^- ' { $text -split '\n' | ForEach-Object { Format-Paragraph $_.Substring(2) }; break }
            default { Format-Paragraph $text }
        }
        if ($text -notmatch '^###? ') { '' }
    }
}

if (-not (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS)) {
    throw 'Microsoft.PowerShell.PlatyPS is not installed: run Install-PSResource Microsoft.PowerShell.PlatyPS, then this again.'
}
# Without its help, which PlatyPS would append to each description that differs.
$work = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
Copy-Item -Path (Join-Path $PSScriptRoot '../out/RunSummary/RunSummary.*') -Destination $work
Import-Module -Name Microsoft.PowerShell.PlatyPS, (Join-Path $work 'RunSummary.psd1')
Export-CommandHelp
foreach ($topic in Get-ChildItem -Path $folder -Filter about_*.md) {
    $text = ConvertTo-AboutText ([IO.File]::ReadAllText($topic.FullName))
    [IO.File]::WriteAllText((Join-Path $shipped "$($topic.BaseName).help.txt"), (($text -join "`n").TrimEnd() + "`n"))
}
# Windows holds on to the assembly that is loaded.
Remove-Item -LiteralPath $work -Recurse -ErrorAction Ignore
