package foyer.media.aws;

/** One service of the stand-in for AWS. */
interface AwsService {
    /** What the request asks for, as faults name it. */
    String operation(AwsRequest request);

    /** Fails with {@link AwsRefusal}. */
    AwsAnswer answer(AwsRequest request);

    /** Refusals in the words of the service's protocol. */
    AwsAnswer refused(AwsRefusal refusal);
}
