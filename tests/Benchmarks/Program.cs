using System;
using System.Globalization;
using RunSummary.Benchmarks;
using RunSummary.Benchmarks.ColdStart;
using RunSummary.Benchmarks.RunStates;
using RunSummary.Benchmarks.Soak;
using RunSummary.Benchmarks.Updates;

const string Usage = """
    dotnet run -c Release --project tests/Benchmarks -- import [rounds]
        the time of importing the module as a ratio to that of an empty binary module; 9 rounds or more, 21 if not said
    dotnet run -c Release --project tests/Benchmarks -- updates
        bulk updates against the other ways to write them and against a limit of the service; about ten minutes
    dotnet run -c Release --project tests/Benchmarks -- in-flight
        what the number of batches under way does; about five minutes
    dotnet run -c Release --project tests/Benchmarks -- cold-start [rounds]
        the time of a run of one update as a ratio to that of a C# program; 9 rounds or more, 21 if not said; about two minutes
    dotnet run -c Release --project tests/Benchmarks -- states
        counting the run states of a script against the other ways to count them, and its memory; about three minutes
    dotnet run -c Release --project tests/Benchmarks -- soak [minutes]
        mixed commands from 8 runspaces against a service that misbehaves: memory and handles stay flat, nothing raw fails; 60 minutes if not said
    """;

switch (args)
{
    case [ImportChild.Verb, string module]:
        ImportChild.Run(module);
        return 0;
    case ["import"]:
        await ImportBenchmark.RunAsync(Rounds.Default);
        return 0;
    case ["import", string text] when Rounds.TryParse(text, out int rounds):
        await ImportBenchmark.RunAsync(rounds);
        return 0;
    case [ModuleChild.Verb, .. string[] run]:
        ModuleChild.Run(ShortRun.FromArguments(run));
        return 0;
    case [ModuleChild.EmptyModuleVerb, .. string[] run]:
        ModuleChild.RunEmptyModule(ShortRun.FromArguments(run));
        return 0;
    case [ModuleChild.EmptyVerb, .. string[] run]:
        ModuleChild.RunNothing(ShortRun.FromArguments(run));
        return 0;
    case [ProgramChild.Verb, .. string[] run]:
        await ProgramChild.RunAsync(ShortRun.FromArguments(run));
        return 0;
    case [ProgramChild.EmptyVerb, ..]:
        return 0;
    case ["cold-start"]:
        await ColdStartBenchmark.RunAsync(Rounds.Default);
        return 0;
    case ["cold-start", string text] when Rounds.TryParse(text, out int rounds):
        await ColdStartBenchmark.RunAsync(rounds);
        return 0;
    case ["updates"]:
        await UpdatesBenchmark.RunAsync();
        return 0;
    case ["in-flight"]:
        await InFlightBenchmark.RunAsync();
        return 0;
    case [PeakChild.Verb, string text, string endpoint, string token]:
        PeakChild.Run(int.Parse(text, CultureInfo.InvariantCulture), new Uri(endpoint), token);
        return 0;
    case ["states"]:
        await StatesBenchmark.RunAsync();
        return 0;
    case [CountChild.Verb, .. string[] script]:
        await CountChild.RunAsync(CountedScript.FromArguments(script));
        return 0;
    case ["soak"]:
        return await SoakBenchmark.RunAsync(minutes: 60);
    case ["soak", string text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes > 0:
        return await SoakBenchmark.RunAsync(minutes);
    case [SoakChild.Verb, string text, .. string[] run]:
        return SoakChild.Run(TimeSpan.FromMinutes(int.Parse(text, CultureInfo.InvariantCulture)), ShortRun.FromArguments(run));
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
