package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudFront's KeyValueStore: every change names the state that it changes, and signatures are of version 4a, verified by the public key
 * that AWS publishes for its test credentials (aws-c-auth's test suite), so that neither derivation nor signature is checked by itself.
 */
final class KeyValueStandIn implements AwsService {
    static final String SERVICE = "cloudfront-keyvaluestore";
    static final String STORE = "arn:aws:cloudfront::111122223333:key-value-store/0b1c8f43-0000-4000-8000-00000000f0e5";
    private static final Pattern HEADER = Pattern.compile(
            "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/(\\d{8})/cloudfront-keyvaluestore/aws4_request, "
                    + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]+)");
    private static final String X = "b6618f6a65740a99e650b33b6b4b5bd0d43b176d721a3edfea7e7d2d56d936b1";
    private static final String Y = "865ed22a7eadc9c5cb9d2cbaca1b3699139fedc5043dc6661864218330c8e518";

    final Map<String, String> keys = new TreeMap<>();
    private final ServiceModel model = ServiceModel.of("cloudfront-keyvaluestore");
    private int state = 1;

    /** Somebody else changes something. */
    synchronized void changeBehindTheBack() {
        state++;
    }

    /** Fails with {@link AwsRefusal} for a request that was not signed by the test credentials. */
    static void prove(AwsRequest request) {
        var header = HEADER.matcher(request.header("authorization").orElse(""));
        if (!header.matches()) {
            throw new AwsRefusal(403, "MissingAuthenticationToken", "Missing Authentication Token");
        }
        var names = Arrays.asList(header.group(2).split(";", -1));
        if (!names.contains("host")
                || !names.contains("x-amz-date")
                || !request.header("x-amz-region-set").orElse("").equals("*")) {
            throw new AwsRefusal(403, "IncompleteSignature", "Too little was signed.");
        }
        var headers = names.stream()
                .map(name -> name + ":" + request.header(name).orElse("").strip() + "\n")
                .collect(Collectors.joining());
        var canonical = String.join(
                "\n",
                request.method(),
                SignatureCheck.encoded(request.path(), true),
                SignatureCheck.query(request),
                headers,
                header.group(2),
                SignatureCheck.hash(request.body()));
        var toSign = String.join(
                "\n",
                "AWS4-ECDSA-P256-SHA256",
                request.header("x-amz-date").orElse(""),
                header.group(1) + "/cloudfront-keyvaluestore/aws4_request",
                SignatureCheck.hash(canonical.getBytes(StandardCharsets.UTF_8)));
        if (!verified(toSign, HexFormat.of().parseHex(header.group(3)))) {
            throw new AwsRefusal(403, "SignatureDoesNotMatch", "The signature is another.");
        }
    }

    private static boolean verified(String text, byte[] signature) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(new BigInteger(X, 16), new BigInteger(Y, 16));
            var key = KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
            var verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(key);
            verifying.update(text.getBytes(StandardCharsets.UTF_8));
            return verifying.verify(signature);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public String operation(AwsRequest request) {
        return "kvs:" + model.read(request).operation();
    }

    @Override
    public AwsAnswer refused(AwsRefusal refusal) {
        return refusal.inJson();
    }

    @Override
    public synchronized AwsAnswer answer(AwsRequest request) {
        var asked = model.read(request);
        if (!asked.text("KvsARN").equals(STORE)) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such store.");
        }
        return switch (asked.operation()) {
            case "DescribeKeyValueStore" -> described();
            case "UpdateKeys" -> updated(asked);
            case "GetKey" -> found(asked.text("Key"));
            default -> throw new AwsRefusal(501, "NotImplemented", asked.operation());
        };
    }

    private AwsAnswer described() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ItemCount", keys.size());
        shown.put("TotalSizeInBytes", keys.toString().length());
        shown.put("KvsARN", STORE);
        shown.put("Created", 1_700_000_000);
        shown.put("Status", "READY");
        return model.answer("DescribeKeyValueStore", shown).with("ETag", "STATE" + state);
    }

    private AwsAnswer found(String key) {
        var value = keys.get(key);
        if (value == null) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "Key was not found in resource");
        }
        return AwsAnswer.json(
                200,
                Map.of(
                        "Key",
                        key,
                        "Value",
                        value,
                        "ItemCount",
                        keys.size(),
                        "TotalSizeInBytes",
                        keys.toString().length()));
    }

    private AwsAnswer updated(Asked asked) {
        if (!asked.text("IfMatch").equals("STATE" + state)) {
            throw new AwsRefusal(409, "ConflictException", "Provided IfMatch is not the latest.");
        }
        var puts = ServiceModel.list(asked.members().get("Puts"));
        var deletes = ServiceModel.list(asked.members().get("Deletes"));
        if (puts.size() + deletes.size() > 50) {
            throw new AwsRefusal(400, "ValidationException", "Too many keys in one call.");
        }
        for (var each : deletes) {
            if (keys.remove(String.valueOf(ServiceModel.map(each).get("Key"))) == null) {
                throw new AwsRefusal(404, "ResourceNotFoundException", "Key was not found in resource");
            }
        }
        puts.forEach(each -> keys.put(
                String.valueOf(ServiceModel.map(each).get("Key")),
                String.valueOf(ServiceModel.map(each).get("Value"))));
        state++;
        return AwsAnswer.json(
                        200,
                        Map.of(
                                "ItemCount",
                                keys.size(),
                                "TotalSizeInBytes",
                                keys.toString().length()))
                .with("ETag", "STATE" + state);
    }
}
