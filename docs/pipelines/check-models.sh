#!/usr/bin/env bash
# Checks every model that has changed since a revision, and leaves reports in a folder:
#   check-models.sh REVISION FOLDER [LANGUAGE]
# FOLDER/comment.md is what a person reads. Exits with the worst code of all: 0, 1 or 2.
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
    name=$(printf '%s' "$model" | tr -c 'A-Za-z0-9\n' '-')
    [ "$model" != . ] || name=model
    baseline=()
    if [ -f "$model/coverage-baseline.json" ]; then
        baseline=(--baseline "$model/coverage-baseline.json")
    fi
    run lumme check "$model" --lang "$lang" > "$out/$name.check.txt"
    run lumme coverage "$model" --lang "$lang" "${baseline[@]}" -o "$out/$name.md"
    for form in html sarif json; do
        lumme coverage "$model" --lang "$lang" "${baseline[@]}" -o "$out/$name.$form" || true
    done
    lumme coverage "$model" --lang "$lang" "${baseline[@]}" -o "$out/$name.junit.xml" || true
    if [ -f "$out/$name.md" ]; then
        cat "$out/$name.md" >> "$out/comment.md"
        printf '\n' >> "$out/comment.md"
    fi
    cat "$out/$name.check.txt"
done < "$out/models.txt"

[ -s "$out/comment.md" ] || rm -f "$out/comment.md"
exit "$worst"
