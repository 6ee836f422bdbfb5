#!/usr/bin/env bash
# Checks every model that has changed since a revision, and leaves reports in a folder:
#   check-models.sh REVISION FOLDER [LANGUAGE]
# FOLDER/comment.md is what a person reads; the reports of the model a/b lie in FOLDER/a/b.
# Exits with the worst code of all: 0, 1 or 2.
set -euo pipefail

since=$1
out=$2
lang=${3:-en}
worst=0
mkdir -p "$out"
: > "$out/comment.md"

run() {
    "$@" || { code=$?; [ "$code" -gt "$worst" ] && worst=$code; return 0; }
}

model_of() {
    local folder
    folder=$(dirname "$1")
    until [ -f "$folder/model.yaml" ]; do
        [ "$folder" != . ] || return 0
        folder=$(dirname "$folder")
    done
    printf '%s\n' "$folder"
}

base=$(git merge-base "$since" HEAD)
git diff --name-only -z "$base" -- | while IFS= read -r -d '' file; do model_of "$file"; done | sort -u > "$out/models.txt"

[ -s "$out/models.txt" ] || echo "no model among the changed files" >&2

while IFS= read -r model; do
    # The reports of a model lie in a folder of the model's own path, so that no two can meet.
    reports=$out/$model
    mkdir -p "$reports"
    baseline=()
    if [ -f "$model/coverage-baseline.json" ]; then
        baseline=(--baseline "$model/coverage-baseline.json")
    fi
    run lumme check "$model" --all --lang "$lang" > "$reports/check.txt"
    run lumme coverage "$model" --lang "$lang" "${baseline[@]}" -o "$reports/coverage.md" \
        -o "$reports/coverage.html" -o "$reports/coverage.sarif" -o "$reports/coverage.json" \
        -o "$reports/coverage.junit.xml"
    if [ -f "$reports/coverage.md" ]; then
        printf '# `%s`\n\n' "${model//\`/}" >> "$out/comment.md"
        cat "$reports/coverage.md" >> "$out/comment.md"
        printf '\n' >> "$out/comment.md"
    fi
    cat "$reports/check.txt"
done < "$out/models.txt"

[ -s "$out/comment.md" ] || rm -f "$out/comment.md"
exit "$worst"
