import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { deskOn, type ExtensionPage } from '../../clinic/browser/desk.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { corpus } from '../corpus/all-cases.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { checkSoundness } from '../support/run-case.ts';
import { createBenches, type Benches } from './agreement/chromium-benches.ts';
import { checkAgreement } from './agreement/compare.ts';
import { differences, waitsForPerson } from './agreement/differences.ts';
import { hostsOf } from './agreement/hosts.ts';
import { runInExtension, type Bench } from './agreement/run-in-extension.ts';

const all = Object.values(corpus).flat();

/** Cases that need a browser of their own: what differs in how it is started. */
const ownBrowsers = {
  'a private certificate authority': { caPem: null },
  'no route to the address': { rules: ['MAP mcp.acme.dev:443 255.255.255.255:9'] },
  'the proxy on the way does not answer': { switches: ['--proxy-server=http://127.0.0.1:9'] },
} as const;

/** One or two of each area, and every kind of failure that Firefox words in its own way. */
const sampleForFirefox: readonly string[] = [
  'nobody listens',
  'a certificate that ran out',
  'a self-signed certificate',
  'a wildcard that does not reach this level',
  'closed after the handshake, before an answer',
  'FastMCP mounted at /mcp leads to /mcp/ by 307',
  'nothing is there on any path',
  'what answers is no HTTP',
  'Django wants a CSRF token',
  'hangs on the newest version',
  'a server with sign-in on its own origin',
  'the callback of Claude is on no list',
  'a sign-in that registers, renews and takes back',
  'three pages of tools',
  'the official v1 SDK over legacy HTTP+SSE',
];

let authority: Authority;
let hosts: readonly string[];
beforeAll(async () => {
  authority = await createAuthority();
  hosts = await hostsOf(authority, all);
});

function agrees(corpusCase: CorpusCase): (bench: Bench) => Promise<void> {
  return (bench) =>
    runInExtension(authority, bench, corpusCase, (report, rig) => {
      const difference = differences[corpusCase.name];
      checkAgreement(corpusCase, report, difference);
      checkSoundness({ ...corpusCase, expect: { ...corpusCase.expect, ...difference?.instead } }, report, rig);
    });
}

describe('the extension in Chromium agrees with the command line on', () => {
  let benches: Benches;
  beforeAll(() => {
    benches = createBenches({ extension: extensionFolder('chrome'), hosts, caPem: authority.caPem }, 2);
  });
  afterAll(() => benches.close());

  for (const [area, cases] of Object.entries(corpus)) {
    // Hostile servers keep this machine busy as well, which would make healthy ones beside them look slow.
    const suite = area === 'hostile' ? describe : describe.concurrent;
    suite(area, () => {
      for (const corpusCase of cases.filter(({ name }) => !(name in ownBrowsers))) {
        it(`${corpusCase.name} (${corpusCase.origin})`, { timeout: 300_000 }, async () => {
          await benches.use(agrees(corpusCase), { closesWindows: waitsForPerson.includes(corpusCase.name) });
        });
      }
    });
  }
});

describe('the extension in a Chromium of its own agrees with the command line on', () => {
  for (const [name, wish] of Object.entries(ownBrowsers)) {
    it(name, async () => {
      const corpusCase = all.find((each) => each.name === name);
      if (!corpusCase) throw new Error(`there is no case “${name}”`);
      const extension = extensionFolder('chrome');
      // The rules of a browser come before its roads, which need no leading here where they do not stand on this machine.
      const benches = createBenches({ extension, hosts, caPem: authority.caPem, ...wish }, 1);
      try {
        await benches.use(({ desk, lead }) =>
          agrees(corpusCase)({ desk, lead: (roads) => lead('rules' in wish ? roads.slice(0, 1) : roads) }),
        );
      } finally {
        await benches.close();
      }
    });
  }
});

describe('the extension in Firefox agrees with the command line on', () => {
  let browser: FirefoxWithExtension;
  let bench: Bench;
  beforeAll(async () => {
    browser = await launchFirefox({ extension: extensionFolder('firefox'), caPem: authority.caPem });
    // Its driver’s types say the same in another way.
    const page = (await browser.open('options.html')) as unknown as ExtensionPage;
    bench = { desk: deskOn(page), lead: browser.roads.lead };
  });
  afterAll(() => browser.close());

  it.each(sampleForFirefox)('%s', { timeout: 120_000 }, async (name) => {
    const corpusCase = all.find((each) => each.name === name);
    if (!corpusCase) throw new Error(`there is no case “${name}”`);
    await agrees(corpusCase)(bench);
  });
});

it('has a reason for each difference, and none for a case that is not there', () => {
  const names = all.map(({ name }) => name);
  const named = [...Object.keys(differences), ...waitsForPerson, ...Object.keys(ownBrowsers), ...sampleForFirefox];
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
});
