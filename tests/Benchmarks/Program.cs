using System;
using System.Globalization;
using RunSummary.Benchmarks;

const string Usage = """
    dotnet run -c Release --project tests/Benchmarks -- import [rounds]
        the time of importing the module as a ratio to that of an empty binary module; 9 rounds or more, 21 if not said
    """;

switch (args)
{
    case [ImportChild.Verb, string module]:
        ImportChild.Run(module);
        return 0;
    case ["import"]:
        await ImportBenchmark.RunAsync(ImportBenchmark.DefaultRounds);
        return 0;
    case ["import", string text] when int.TryParse(text, CultureInfo.InvariantCulture, out int rounds) && rounds >= ImportBenchmark.FewestRounds:
        await ImportBenchmark.RunAsync(rounds);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
