/** What `groundswell rank --help` says. */
export const RANK_HELP = `Ranks responses that you have in a file: writes the snapshot that a poll's
final release would have, by the same rules for what may be published.

  npx groundswell rank --poll poll.json --responses responses.csv --out DIR

  --poll FILE           The poll's definition. This is enough:
                          { "levels": 5, "categories": [
                            { "id": "training", "items": ["mentors", "toolkits"] }
                          ] }
  --responses FILE      CSV with a header: a column "organization", and one an item,
                        named by its id, in any order. A cell is a level's number
                        (1 is the strongest disagreement) or empty. Other columns
                        are named and left out. "-" is the standard input.
  --organizations FILE  CSV: "id" first, then "peopleServed" (a whole number) and
                        attributes, such as "region". Responses of organizations
                        that it does not list are rejected. Without it, the
                        organizations are those that the responses name.
  --out DIR             Where the files go. It must be empty or new.
  --force               Replace what an earlier run wrote to DIR.
  --no-disclosure-control
                        For the network's own eyes: every organization is a unit of
                        its own, nothing is withheld or rounded. Every file says so.
  --id ID               The poll's id in the files (the definition's file name, where
                        that is an id).
  --as-of YYYY-MM-DD    The day that the figures are as of (today, UTC).
  --number N            The snapshot's number (1).

With the id, day and number of a published snapshot, and the responses and
organizations that it came from, the files are the same byte by byte, provided that
nothing was released before it.

A row that cannot be counted is named in DIR/rejected.csv, with its line, its column
and what was expected there; none is dropped silently. A file that is no CSV is
refused as a whole.

Ends with
  0  when the snapshot is written, whether rows were rejected or not
  1  when the machine failed
  2  when the options are wrong, or DIR is not empty
  3  when a file cannot be used
  4  when the release rules let nothing out
`;

/** What `groundswell --help` says. */
export const HELP = `Usage: npx groundswell COMMAND

  rank    ranks responses that you have in a file (npx groundswell rank --help)
`;
