import { describe, expect, it } from 'vitest';
import { browserReport } from '../../../../lib/browser-report.ts';
import { bundleReport } from '../../../../lib/bundle-report.ts';
import { openBundle } from '../../../../lib/bundles/open-bundle.ts';
import type { BrowserObservations } from '../../../../lib/kernel/browser-observations.ts';
import type { BundleEvidence } from '../../../../lib/kernel/evidence-bundle.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { traceIn } from '../../../support/planted/look-for-traces.ts';
import { anonymousOf, formatsOf, messagesOf } from '../../../support/planted/outputs.ts';
import { bareSecret, chanceOf, encodings, type Chance } from '../../../support/planted/secrets.ts';
import { textPlaces } from '../../../support/planted/text-places.ts';
import { bundleWith } from '../../checks/bundle/bundle-parts.ts';
import { failed, incident, integrity, note, observationsOf, reach, traffic } from '../../checks/client/browser-look.ts';

const runs = 40;
const longEnough = 300_000;

describe('of what was planted nothing comes out', () => {
  it(
    'of bundles',
    async () => {
      const leaks: string[] = [];
      for (let seed = 0; seed < runs; seed += 1) {
        const read = await plantedBundle(chanceOf(seed));
        expect(traceIn(JSON.stringify(read))).not.toBeNull();
        leaks.push(...(await leaksOf(bundleReport(read, about), seed)));
      }
      expect(leaks.slice(0, 5)).toEqual([]);
    },
    longEnough,
  );

  it(
    'of looks at this browser',
    async () => {
      const leaks: string[] = [];
      for (let seed = 0; seed < runs; seed += 1) {
        const { seen, claude } = plantedLook(chanceOf(seed));
        expect(traceIn(JSON.stringify(seen))).not.toBeNull();
        leaks.push(...(await leaksOf(browserReport(seen, { ...about, consents: [], claude }), seed)));
      }
      expect(leaks.slice(0, 5)).toEqual([]);
    },
    longEnough,
  );
});

const about = {
  startedAt: Date.parse('2026-11-21T12:00:00Z'),
  durationMs: 1,
  vantage: 'cli',
  environment: null,
} as const;

async function leaksOf(report: Report, seed: number): Promise<readonly string[]> {
  const outputs = [
    ['report', JSON.stringify(report)] as const,
    ...(await formatsOf(report)),
    ...messagesOf(report),
    ...(await anonymousOf(report)),
  ];
  return outputs.flatMap(([name, text]) => {
    const trace = traceIn(text);
    return trace === null ? [] : [`run ${String(seed)}, ${name}: ${trace}`];
  });
}

/** Says a secret in one of the places, and, once some were said, one of them again in another encoding. */
function sayer(chance: Chance): () => string {
  const said: string[] = [];
  return () => {
    const { inner, write } = chance.one(Object.values(textPlaces));
    const secret = bareSecret(chance);
    const text = write(secret);
    const echo = said.length > 0 ? ` , ${chance.one(Object.values(encodings))(chance.one(said))}` : '';
    if (inner !== true) said.push(secret);
    return text + echo;
  };
}

async function plantedBundle(chance: Chance): Promise<BundleEvidence> {
  const piece = sayer(chance);
  const setting = (rest: JsonObject): JsonObject => ({
    type: 'string',
    title: 'Option',
    description: piece(),
    ...rest,
  });
  const rest = {
    description: piece(),
    long_description: piece(),
    documentation: `https://acme.example/docs?token=${bareSecret(chance)}`,
    keywords: [piece()],
    server: {
      type: 'node',
      entry_point: 'server/index.js',
      mcp_config: {
        command: 'node',
        args: ['${__dirname}/server/index.js', '--api-key', bareSecret(chance), `--token=${bareSecret(chance)}`],
        env: { ACME_API_KEY: bareSecret(chance), DATABASE_URL: `postgres://app:${bareSecret(chance)}@db/x` },
      },
    },
    user_config: {
      key: setting({ sensitive: true, default: bareSecret(chance) }),
      api_token: setting({ default: bareSecret(chance) }),
    },
    tools: [{ name: 'get_forecast', description: piece() }],
    _meta: { 'com.acme': { access_token: bareSecret(chance), note: piece() } },
  };
  const { evidence } = await openBundle(new Blob([bundleWith(rest, { 'README.md': piece() })]), 'weather.mcpb');
  return evidence;
}

function plantedLook(chance: Chance): { readonly seen: BrowserObservations; readonly claude: JsonObject } {
  const piece = sayer(chance);
  const seen = observationsOf({
    reach: reach(
      {},
      { 'directory-registry': { page: failed('refused', piece()), outside: failed('tls-name', piece()) } },
    ),
    'page-traffic': traffic(
      note({ kind: 'blocked', said: piece() }),
      note({ kind: 'blocked', said: 'x' }, { url: `https://claude.ai/api/x?access_token=${bareSecret(chance)}` }),
    ),
    'page-integrity': integrity({ hidden: [{ what: piece(), how: 'display', by: 'injected' }] }),
    'claude-status': { updatedAt: null, notices: [incident({ title: piece(), components: [piece()] })] },
  });
  return { seen, claude: { sentence: piece(), address: `https://claude.ai/x?code=${bareSecret(chance)}` } };
}
