/** The page at `/`: what there is on this machine. */
export const startPage = (poll: string, organization: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Groundswell on this machine</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
  code { font-size: 0.95em; }
</style>
<h1>Groundswell on this machine</h1>
<p>A demonstration poll is open. Everything runs in an emulator on this machine; nothing reaches
AWS, and nobody else can reach this page.</p>
<ul>
  <li><a href="/p/${poll}/${organization}">The form</a>, as the people of one organization see it</li>
  <li><a href="/v1/polls/${poll}">The poll</a>: its definition, and until when it is open</li>
  <li><a href="/results/${poll}">Its results</a>, for planners, once there are any</li>
  <li><a href="/organizations/${organization}">That organization's page</a>, for its coordinator</li>
  <li><a href="/admin">The pages of an administrator</a>: polls, organizations, participation, releases</li>
  <li><code>/v1/polls/${poll}/reports</code>: its reports, for planners</li>
</ul>
<p><code>npm run token -- planner</code> prints the token that a planner's calls need.</p>
</html>
`;
