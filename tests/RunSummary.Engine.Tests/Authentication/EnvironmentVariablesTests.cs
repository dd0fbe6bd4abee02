using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class EnvironmentVariablesTests
{
    [Fact]
    public void A_path_that_there_can_not_be_has_the_failure_of_what_it_is_for()
    {
        FailureException certificate = Assert.Throws<FailureException>(() => EnvironmentVariables.FullPath("a\0b", why => SigningCertificate.Unreadable("a b", why)));
        FailureException token = Assert.Throws<FailureException>(() => EnvironmentVariables.FullPath("a\0b", FederatedCredential.Unreadable));

        Assert.Equal((ErrorId.CertificateInvalid, ErrorId.AuthenticationFailed), (certificate.Failure.Id, token.Failure.Id));
    }
}
