package foyer.media.aws;

import java.time.Clock;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4aAuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4aHttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/** Has the SDK sign with our {@link AsymmetricSigner} where a service wants Signature Version 4a. */
record AsymmetricScheme(Clock clock) implements AwsV4aAuthScheme {
    @Override
    public String schemeId() {
        return SCHEME_ID;
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return providers.identityProvider(AwsCredentialsIdentity.class);
    }

    @Override
    public AwsV4aHttpSigner signer() {
        return new AsymmetricSigner(clock);
    }
}
