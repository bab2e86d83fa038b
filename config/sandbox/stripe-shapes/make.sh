#!/usr/bin/env bash
# Makes the table of keys and types that the stand-in's answers are compared with, out of Stripe's published
# fixtures (openapi/fixtures3.json of the public repository stripe/openapi). Needs jq; nobody needs to run it
# again until another version of Stripe's API is imitated.
#
#   stripe-shapes/make.sh fixtures3.json > src/test/resources/foyer/sandbox/stripe/shapes.tsv
#
# A line is a resource, a key (nested by dots, not into lists) and the type of its value; null where the
# fixture shows none, which says only that the key is there.
set -euo pipefail
jq -r '
  def paths_of($prefix): to_entries[] | .key as $key | ($prefix + $key) as $path
    | [$path, (.value | type)], (.value | objects | paths_of($path + "."));
  .resources
  | to_entries[]
  | select(.key | IN("account", "balance_transaction", "charge", "checkout.session", "deleted_product",
      "dispute", "event", "item", "payment_intent", "payment_method", "price", "product", "refund",
      "webhook_endpoint"))
  | .key as $resource | .value | paths_of("") | [$resource] + . | @tsv' "$1" | LC_ALL=C sort
