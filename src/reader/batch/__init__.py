"""Reading archives: records in, numbered parts out, so that a run that is killed goes on where it was.

    inputs ──▶ Record ──(ids, duplicates)──▶ bundles ──▶ pool of workers ──▶ Outcome ──▶ parts of the output folder

`records` and `rows` are pure. `inputs`, `lines` and `warc` read, `reading` runs in the workers, `local` and `cluster`
are two pools of them, `output` keeps what comes back, and `run` is the loop between.
"""
