#!/usr/bin/env python3
"""Makes the table by which the stand-ins for AWS check what they are sent and what they answer, out of the service
model that botocore publishes (botocore/data/SERVICE/DATE/service-2.json.gz in its package, Apache License 2.0): the named
operations and all shapes that these lead to, without documentation. Nobody needs to run it again until another operation
is called or the SDK is replaced by another version.

    aws-shapes/make.py service-2.json.gz CreateJob GetJob … > ejb/src/test/resources/foyer/media/aws/mediaconvert.json
"""
import gzip
import json
import sys

KEPT = ("type", "required", "enum", "min", "max", "pattern")


def compact(shape):
    kept = {name: shape[name] for name in KEPT if name in shape}
    if "members" in shape:
        kept["members"] = {
            name: {key: member[key] for key in ("shape", "location", "locationName") if key in member}
            for name, member in shape["members"].items()
        }
    for name in ("member", "key", "value"):
        if name in shape:
            kept[name] = shape[name]["shape"]
    if "payload" in shape:
        kept["payload"] = shape["payload"]
    return kept


def named(shape):
    yield from (member["shape"] for member in shape.get("members", {}).values())
    yield from (shape[name] for name in ("member", "key", "value") if name in shape)


def main(path, operations):
    with gzip.open(path) as file:
        model = json.load(file)
    lines, wanted, shapes = [], [], {}
    for name in operations:
        operation = model["operations"][name]
        line = {"method": operation["http"]["method"], "uri": operation["http"]["requestUri"]}
        line["status"] = operation["http"].get("responseCode", 200)
        for side in ("input", "output"):
            if side in operation:
                line[side] = operation[side]["shape"]
                wanted.append(operation[side]["shape"])
        line["errors"] = [error["shape"] for error in operation.get("errors", [])]
        lines.append(json.dumps(name) + ":" + json.dumps(line, separators=(",", ":")))
    while wanted:
        name = wanted.pop()
        if name not in shapes:
            shapes[name] = compact(model["shapes"][name])
            wanted.extend(named(shapes[name]))
    print('{"operations":{\n' + ",\n".join(lines) + '\n},"shapes":{')
    print(",\n".join(json.dumps(name) + ":" + json.dumps(shapes[name], separators=(",", ":")) for name in sorted(shapes)))
    print("}}")


main(sys.argv[1], sys.argv[2:])
