@{
    Severity     = @('Error', 'Warning')
    # It doesn't see that an inner function uses a script's parameter.
    ExcludeRules = @('PSReviewUnusedParameter')
    Rules        = @{
        PSUseCompatibleSyntax      = @{ Enable = $true; TargetVersions = @('5.1', '7.4') }
        PSUseConsistentWhitespace  = @{ Enable = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
        PSUseConsistentIndentation = @{ Enable = $true; PipelineIndentation = 'IncreaseIndentationForFirstPipeline' }
        PSPlaceOpenBrace           = @{ Enable = $true }
        PSAvoidTrailingWhitespace  = @{ Enable = $true }
        PSUseCorrectCasing         = @{ Enable = $true }
    }
}
