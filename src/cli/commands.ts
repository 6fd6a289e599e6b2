/** What each command takes, in the words of its help. The commands' own files are loaded when they run. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../report/formats.ts';

export function addCommands(program: Command, exit: (code: number) => void): void {
  addInit(program, exit);
  addAudit(program, exit);
  addCapture(program, exit);
  program
    .command('validate')
    .description('check profiles.json and the brand’s files; nothing is fetched')
    .addOption(config())
    .action(async (options) => exit(await (await import('./validate.ts')).validate(options)));
  addExplain(program, exit);
  addRead(program, exit);
  addImport(program, exit);
  addCompareLogo(program, exit);
  addPin(program, exit);
  addWaive(program, exit);
  addApply(program, exit);
  addLogin(program, exit);
  program
    .command('networks [name]')
    .description('show what each network’s sources can see, need and allow; nothing is fetched')
    .option('--json', 'print it as JSON, with the addresses of the controls')
    .action(async (name, options) => exit(await (await import('./networks.ts')).runNetworks(name, options)));
  addReport(program, exit);
  addPrune(program, exit);
  addDeliver(program, exit);
  addDoctor(program, exit);
  addFixture(program, exit);
}

const config = () => new Option('--config <file>', 'the file with the brand and its profiles').default('profiles.json');
const out = (what: string) => new Option('--out <folder>', what).default('reports');

const list = (value: string) =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

const collect = (value: string, earlier: readonly string[] = []) => [...earlier, value];

function addInit(program: Command, exit: (code: number) => void): void {
  program
    .command('init')
    .description('write a first profiles.json from a few answers; it does not read your website yet')
    .addOption(new Option('--config <file>', 'the file to write').default('profiles.json'))
    .option('--name <name>', 'the name of the organisation')
    .option('--website <url>', 'its website')
    .option('--email <address>', 'its e-mail address')
    .option('--phone <number>', 'its telephone number, with country code')
    .option('--logo <file>', 'the file of its logo')
    .addOption(new Option('--profile <url>', 'a profile of it; may stand more than once').argParser(collect))
    .option('--yes', 'ask nothing; what was not given is left out')
    .option('--force', 'replace the file that is there')
    .addHelpText(
      'after',
      `
Without options it asks on the terminal. The network of each profile is known from its address.

Example:
  bijwerken init --name "Stichting Voorbeeld" --website https://voorbeeld.nl --yes \\
    --profile https://www.linkedin.com/company/voorbeeld --profile https://mastodon.nl/@voorbeeld`,
    )
    .action(async ({ profile, ...options }) => {
      exit(await (await import('./init.ts')).runInit({ ...options, ...(profile ? { profiles: profile } : {}) }));
    });
}

function addAudit(program: Command, exit: (code: number) => void): void {
  connection(
    program
      .command('audit')
      .description('visit every profile, compare it with the brand, and write the report')
      .addOption(config())
      .addOption(out('where the runs are written'))
      .addOption(new Option('--only <ids>', 'only these profiles, with commas between').argParser(list))
      .addOption(new Option('--network <networks>', 'only profiles on these networks').argParser(list))
      .addOption(
        new Option('--source <sources>', 'ask only these sources: api, http, browser, session, import').argParser(
          sources,
        ),
      )
      .addOption(
        new Option('--fail-on <level>', 'exit 1 from this level on').choices(['error', 'warning', 'new', 'never']),
      )
      .addOption(new Option('--lang <language>', 'the language of the report').choices(['nl', 'en']))
      .option('--captures <folder>', 'audit stored captures, with no network at all')
      .addOption(new Option('--now <time>', 'take this ISO 8601 time as the time of the run'))
      .option('--deliver', 'tell the people in profiles.json also after a part of a run or a replay')
      .option('--no-deliver', 'tell nobody')
      .option('--json', 'print report.json on standard output'),
  )
    .addHelpText(
      'after',
      `
Examples:
  bijwerken audit
  bijwerken audit --only linkedin-main,x-main --lang en
  bijwerken audit --captures reports/latest/captures     the same verdicts, without any network
  bijwerken audit --proxy http://proxy.office:8080`,
    )
    .action(async (options) => exit(await (await import('./audit.ts')).runAudit(options)));
}

function addCapture(program: Command, exit: (code: number) => void): void {
  connection(
    program
      .command('capture')
      .description('store what every profile shows now, and judge nothing')
      .addOption(config())
      .addOption(new Option('--out <folder>', 'where the captures are written').default('captures'))
      .addOption(new Option('--only <ids>', 'only these profiles, with commas between').argParser(list))
      .addOption(new Option('--network <networks>', 'only profiles on these networks').argParser(list))
      .addOption(
        new Option('--source <sources>', 'ask only these sources: api, http, browser, session, import').argParser(
          sources,
        ),
      )
      .addOption(new Option('--now <time>', 'take this ISO 8601 time as the time of the run')),
  ).action(async (options) => exit(await (await import('./capture.ts')).runCapture(options)));
}

function addExplain(program: Command, exit: (code: number) => void): void {
  program
    .command('explain <id>')
    .description('show what is expected of one profile, where that comes from, and what is asked; nothing is fetched')
    .addOption(config())
    .addOption(new Option('--lang <language>', 'the language of the words').choices(['nl', 'en']).default('en'))
    .option('--json', 'print the facts as JSON')
    .addHelpText('after', '\nExample:\n  bijwerken explain linkedin-main')
    .action(async (id, options) => exit(await (await import('./explain.ts')).runExplain(id, options)));
}

function addRead(program: Command, exit: (code: number) => void): void {
  program
    .command('read <file>')
    .description(
      'read one saved page, JSON answer, HAR or MHTML with the right adapter, and print what it says as JSON',
    )
    .requiredOption('--url <url>', 'the address that was asked for')
    .option('--final-url <url>', 'the address where it ended; the file’s own when left out')
    .option('--network <network>', 'the network, when the address does not tell')
    .addOption(new Option('--status <number>', 'the HTTP status; a HAR says it, else 200').argParser(wholeNumber))
    .addOption(
      new Option('--source <source>', 'how it was got')
        .choices(['api', 'http', 'browser', 'session', 'import'])
        .default('http'),
    )
    .option('--at <time>', 'when it was got, ISO 8601; the file’s own time when left out')
    .addHelpText('after', '\nExample:\n  bijwerken read page.html --url https://www.linkedin.com/company/voorbeeld')
    .action(async (file, options) => exit(await (await import('./read.ts')).runRead(file, options)));
}

function addImport(program: Command, exit: (code: number) => void): void {
  program
    .command('import <id> <file>')
    .description(
      'file what a page that you saved says of a profile, in imports/ beside profiles.json; the page itself is not kept',
    )
    .addOption(config())
    .option('--at <time>', 'when it was saved, ISO 8601; what the file says when left out, else the file’s own time')
    .option('--json', 'print what was filed as JSON on standard output')
    .addHelpText(
      'after',
      `
The file may be a page saved by SingleFile, as MHTML, or as "web page, complete", a HAR, or an API's answer.
Only the values that are read, and the pictures of logo and banner, are filed; audit reads the newest.

Example:
  bijwerken import linkedin-main ~/Downloads/voorbeeld.mhtml`,
    )
    .action(async (id, file, options) => exit(await (await import('./import.ts')).runImport(id, file, options)));
}

function addLogin(program: Command, exit: (code: number) => void): void {
  program
    .command('login <network>')
    .description(
      'sign in at a network in a window of your own, and store that session for the audit; says the risks first',
    )
    .option('--print', 'print the session for a CI secret instead of storing it')
    .option('--yes', 'ask nothing: you know what the network’s terms say, and that it may lock the account')
    .option('--proxy <url>', 'a forward proxy for the window; HTTPS_PROXY and NO_PROXY are honoured too')
    .option('--browser <file>', 'the browser to open; BIJWERKEN_BROWSER says the same')
    .option('--verbose', 'say more of what happens, on standard error')
    .addHelpText(
      'after',
      `
The audit uses a session only for profiles whose "sources" in profiles.json name "session", or with
--source session, and never in a run for a pull request.

Example:
  bijwerken login linkedin`,
    )
    .action(async (network, options) => exit(await (await import('./login.ts')).runLogin(network, options)));
}

function addPin(program: Command, exit: (code: number) => void): void {
  program
    .command('pin [ids...]')
    .description('write the lasting account ids that a run saw into profiles.json; nothing is fetched')
    .addOption(config())
    .addOption(new Option('--run <folder>', 'the run that saw them').default('reports/latest'))
    .option('--replace', 'also where another id stands; look first whose account it is')
    .option('--json', 'print what was written, and what not, as JSON on standard output')
    .addHelpText(
      'after',
      `
A network keeps this id when an account changes its name. With it, audit tells an account that got another name
from a name that somebody else took over. Exit code 1: an id was seen that is not the one in profiles.json.

Examples:
  bijwerken pin
  bijwerken pin linkedin-main --run reports/2026-11-23T02-00-00Z`,
    )
    .action(async (ids, options) => exit(await (await import('./pin.ts')).runPin(ids, options)));
}

function addWaive(program: Command, exit: (code: number) => void): void {
  program
    .command('waive <id> <check>')
    .description('accept one deviation until a day, bound to the value that a run found; nothing is fetched')
    .requiredOption('--until <date>', 'the last day on which it holds, such as 2027-01-31')
    .requiredOption('--reason <text>', 'why it may stay')
    .requiredOption('--owner <who>', 'who accepted it: a name or an address')
    .addOption(config())
    .addOption(new Option('--run <folder>', 'the run that found it').default('reports/latest'))
    .option('--dry-run', 'try it, and write nothing')
    .option('--json', 'print what was written as JSON on standard output')
    .addHelpText(
      'after',
      `
Another value than the accepted one is a finding again, and so is this one after its last day. What could not be
seen, an account that is gone and one that somebody took over cannot be accepted. An accepted picture is filed in
accepted/ beside profiles.json: commit it, so that the same picture is known when the network compresses it anew.

Example:
  bijwerken waive linkedin-main look.logo --until 2027-01-31 --reason "jubilee logo" --owner noor@voorbeeld.nl`,
    )
    .action(async (id, check, options) => exit(await (await import('./waive.ts')).runWaive(id, check, options)));
}

function addApply(program: Command, exit: (code: number) => void): void {
  program
    .command('apply <patch>')
    .description('put what was decided on the report’s page into profiles.json: all of it, or nothing')
    .addOption(config())
    .option('--run <folder>', 'the run on whose page it was decided; found in reports/ when left out')
    .option('--dry-run', 'try it, and write nothing')
    .option('--json', 'print what became of each change as JSON on standard output')
    .addHelpText(
      'after',
      `
The patch is the file that the page offers for download. Each profile is changed in the file in which it stands,
and nothing else of that file. Exit code 2: a change was refused, and nothing was written.

Example:
  bijwerken apply ~/Downloads/bijwerken-patch.json --dry-run`,
    )
    .action(async (patch, options) => exit(await (await import('./apply.ts')).runApply(patch, options)));
}

function addCompareLogo(program: Command, exit: (code: number) => void): void {
  program
    .command('compare-logo [observed]')
    .description('say whether a picture is one of a brand’s logos, as JSON; nothing is fetched')
    .addOption(
      new Option('--logo <file[:role]>', 'a logo of the brand: primary, variant or outdated; more than once').argParser(
        collect,
      ),
    )
    .option('--pictures <folder>', 'write the pictures that show it there: aligned, canonical and difference')
    .option(
      '--batch',
      'many at once: lines of JSON on standard input, {id, observed, logos: [{file, role}]}, a line out each',
    )
    .addOption(new Option('--lang <language>', 'the language of the reason').choices(['nl', 'en']).default('en'))
    .addHelpText(
      'after',
      `
The verdict is same, variant, outdated, placeholder, different or undecided; the score goes from 0 to 1, the same.

Examples:
  bijwerken compare-logo avatar.jpg --logo brand/logo.svg --logo brand/logo-2015.png:outdated
  bijwerken compare-logo --batch < pairs.jsonl > verdicts.jsonl`,
    )
    .action(async (observed, { batch, ...options }) => {
      if (batch) return exit(await (await import('./compareLogoBatch.ts')).runCompareLogoBatch(observed, options));
      return exit(await (await import('./compareLogo.ts')).runCompareLogo(observed, options));
    });
}

function addReport(program: Command, exit: (code: number) => void): void {
  program
    .command('report [run]')
    .description('render a stored run again, from its report.json; or show the difference of two runs')
    .addOption(new Option('--format <formats>', `${FORMATS.join(', ')}; with commas between (html)`).argParser(list))
    .option('--compare <runs...>', 'two runs: what is new, solved and changed from the one to the other')
    .addOption(new Option('--lang <language>', 'in another language than the run').choices(['nl', 'en']))
    .option('--out <folder>', 'where the files are written; the run itself when left out')
    .addOption(
      new Option('--config <file>', 'where annotations find the line of each profile').default('profiles.json'),
    )
    .addHelpText(
      'after',
      `
Annotations are printed for GitHub Actions; every other form is written as a file. A comparison is printed, as
--format text (when left out), json or markdown.

Examples:
  bijwerken report reports/latest --format csv,issues
  bijwerken report --compare reports/2026-11-22T02-00-00Z reports/latest`,
    )
    .action(async (run, options) => exit(await (await import('./report.ts')).runReport(run, options)));
}

function addPrune(program: Command, exit: (code: number) => void): void {
  program
    .command('prune')
    .description('remove the evidence of old runs, and runs that are older still, as a whole audit does afterwards')
    .addOption(config())
    .addOption(out('where the runs are'))
    .addOption(
      new Option('--keep-runs <n>', 'how many runs stay; settings.keepRuns when left out').argParser(wholeNumber),
    )
    .option('--dry-run', 'show what would go, and remove nothing')
    .option('--json', 'print what went as JSON on standard output')
    .addHelpText(
      'after',
      `
The report of a run stays longer (settings.keepRuns) than its captures and screenshots (settings.keepCaptures).
Never removed: latest and the run that it is a copy of, what was written within the last hour, and any folder that is
no run.

Example:
  bijwerken prune --keep-runs 30 --dry-run`,
    )
    .action(async (options) => exit(await (await import('./prune.ts')).runPrune(options)));
}

function addDeliver(program: Command, exit: (code: number) => void): void {
  connection(
    program
      .command('deliver <run>')
      .description('tell the people in profiles.json of a stored run: by e-mail, Slack, Teams or a webhook')
      .addOption(config())
      .addOption(
        new Option('--to <ways>', 'only these: mail, slack, teams, webhook; with commas between').argParser(list),
      )
      .option('--dry-run', 'send nothing; show what would be sent, and to whom')
      .option('--json', 'print what became of each message as JSON on standard output'),
  )
    .addHelpText(
      'after',
      `
Who is told, and when, stands in settings.delivery of profiles.json; audit does this by itself after a whole run.
What was sent before is not sent again. Secrets come from the environment: BIJWERKEN_SMTP_URL,
BIJWERKEN_SLACK_WEBHOOK, BIJWERKEN_TEAMS_WEBHOOK, BIJWERKEN_WEBHOOK_URL and BIJWERKEN_WEBHOOK_SECRET.
Exit code 3: something was not delivered.

Examples:
  bijwerken deliver reports/latest --dry-run
  bijwerken deliver reports/latest --to mail`,
    )
    .action(async (run, options) => exit(await (await import('./deliver.ts')).runDeliver(run, options)));
}

function addDoctor(program: Command, exit: (code: number) => void): void {
  connection(
    program
      .command('doctor')
      .description('show what works on this machine, and the command that mends what does not')
      .addOption(config())
      .addOption(out('where the runs would be written'))
      .option('--network <name>', 'ask one network its two controls through each source, and show what it answers now')
      .option('--json', 'print the findings as JSON on standard output'),
  ).action(async ({ network, ...options }) => {
    if (network === undefined) return exit(await (await import('./doctor.ts')).runDoctor(options));
    return exit(await (await import('./doctorNetwork.ts')).runDoctorNetwork(network, options));
  });
}

function addFixture(program: Command, exit: (code: number) => void): void {
  program
    .command('fixture <file>')
    .description('for who keeps this tool: a finding that is said to be wrong becomes a fixture that fails')
    .option('--captures <folder>', 'the run that holds what was captured of the profile; without it a skeleton')
    .option('--shows <text>', 'what the page really shows there; what was expected when left out')
    .option('--name <name>', 'the name of the case')
    .addOption(new Option('--out <folder>', 'where the fixtures are').default('test/fixtures/networks'))
    .option('--json', 'print what was written, and what is missing, as JSON on standard output')
    .addHelpText(
      'after',
      `
The file is the one that "This is wrong" in the report offers. Exit code 1: what should be read is what is read, so
that not the reader but the check must be looked at.

Example:
  bijwerken fixture bijwerken-linkedin-main-info.phone.json --captures reports/2026-11-23T02-00-00Z`,
    )
    .action(async (file, options) => exit(await (await import('./fixture.ts')).runFixture(file, options)));
}

const connection = (command: Command): Command =>
  command
    .option('--proxy <url>', 'a forward proxy for everything; HTTPS_PROXY and NO_PROXY are honoured too')
    .option('--ignore-https-errors', 'accept any certificate (for intercepting proxies); no secret is sent then')
    .option('--allow-private', 'let requests reach private addresses')
    .option('--browser <file>', 'the browser to use; BIJWERKEN_BROWSER says the same')
    .addOption(
      new Option('--per-host-delay <ms>', 'the least wait between two requests to one host').argParser(wholeNumber),
    )
    .option('--verbose', 'say more of what happens, on standard error');

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('A whole number was expected.');
  return Number(value);
}

const SOURCE_NAMES = ['api', 'http', 'browser', 'session', 'import', 'hand'];

function sources(value: string): string[] {
  const names = list(value);
  const unknown = names.find((name) => !SOURCE_NAMES.includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`Expected some of ${SOURCE_NAMES.join(', ')}.`);
  return names;
}
