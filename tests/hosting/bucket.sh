#!/bin/sh
# A site made by samling, in object storage behind a CDN: samling-hosting(7) tells how to use this file.
# bucket.sh FOLDER s3://BUCKET/PATH copies it there, with the client of AWS, which most others answer,
# too (AWS_ENDPOINT_URL). First what pages load, then the pages, last of all is taken away what is
# gone: so a reader meets no page whose files are not there.
set -eu
site=$1 bucket=$2
index=sok # * the folder of the search index, x-entries.search in content/schema.yaml
never='public, max-age=31536000, immutable'
aws s3 sync "$site" "$bucket" --exclude '*' --include 'assets/*' --include "$index/*" --cache-control "$never"
aws s3 sync "$site" "$bucket" --exclude 'assets/*' --exclude "$index/*" --exclude '.gitignore' --cache-control no-cache
aws s3 sync "$site" "$bucket" --exclude '.gitignore' --delete --size-only
