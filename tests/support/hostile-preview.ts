import type { Json } from '../../lib/kernel/json.ts';
import { emptyDraft } from '../../lib/kernel/listing.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { connectorPreview } from '../../lib/preview/connector-preview.ts';
import type { ConnectorPreview, SiteIcon } from '../../lib/preview/preview.ts';
import { hostilePicture, type ScriptPayload } from './script-payloads.ts';

/** A report of a server that introduces itself and lists these tools; of the rest only what a preview reads. */
export function reportOf(info: Json, tools: readonly Json[], mode: Report['facts']['auth']['mode'] = 'none'): Report {
  const evidence: Json = {
    initialize: { status: 'observed', value: { reply: { kind: 'result', result: { serverInfo: info } } } },
    listing: { status: 'observed', value: { era: 'legacy', pages: [], tools, end: 'complete' } },
  };
  const target = { url: 'https://mcp.acme.dev/mcp', host: 'mcp.acme.dev' };
  const report = {
    target,
    evidence,
    exchanges: [],
    findings: [],
    skipped: [],
    verdict: 'ready',
    facts: { auth: { mode } },
  };
  return report as unknown as Report;
}

/**
 * The payload in every place of a preview into which somebody else can write, the icon among them. Those beside it are tools of the same
 * server and stand in its description.
 */
export function hostilePreview(
  payload: ScriptPayload,
  beside: readonly ScriptPayload[] = enoughToFold.map(() => payload),
): {
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
} {
  const { text } = payload;
  const tool = toolOf(payload);
  const tools = [
    tool,
    { ...tool, title: undefined, annotations: { readOnlyHint: true, title: text } },
    { ...tool, annotations: { destructiveHint: true }, _meta: { ui: { resourceUri: text } } },
    ...beside.map(toolOf),
  ];
  const report = reportOf(
    { name: text, title: text, description: text },
    JSON.parse(JSON.stringify(tools)) as Json[],
    'oauth',
  );
  const draft = {
    ...emptyDraft,
    name: text,
    tagline: text,
    description: [`${text}\n\n- ${text}\n\nx ${text} y`, ...new Set(beside.map((other) => other.text))].join('\n\n'),
    documentationUrl: text,
    privacyPolicyUrl: `https://acme.dev/${text}`,
    supportContact: text,
  };
  const pictures: readonly SeenPicture[] = [
    { url: text, from: 'link', type: 'svg', base64: hostilePicture(payload) },
    { url: text, from: 'google', asked: { domain: text, size: 32 }, type: text, base64: text },
  ];
  const preview = connectorPreview({ report, draft, pictures });
  const site: SiteIcon = {
    url: text,
    from: 'link',
    site: text,
    type: 'svg',
    width: 32,
    height: 32,
    status: 200,
    refused: null,
    sameAsGoogle: false,
    picture: 0,
  };
  const google = {
    domain: text,
    status: 200,
    size: 32,
    width: 16,
    height: 16,
    isGlobe: false,
    isSmaller: true,
    picture: 1,
  };
  const icon: ConnectorPreview['icon'] = {
    custom: { shown: 'google', because: 'google-answered', domain: text, picture: 0 },
    directory: { picture: 1 },
    google: [google],
    site: [site],
    server: [site],
    advice: [
      {
        ...{ code: 'icon.site-missing', finding: null, isAside: false },
        reason: { kind: 'named-missing', domain: text, url: text, status: 404, instead: text },
        adds: [{ kind: 'tag', text, page: text }],
      },
    ],
  };
  return { preview: { ...preview, url: text, host: text, icon }, pictures };
}

/** With the three that a preview has anyway, more tools than stand there unfolded. */
const enoughToFold: readonly null[] = [null, null, null, null];

function toolOf({ text }: ScriptPayload): {
  readonly name: string;
  readonly title: string;
  readonly description: string;
} {
  return { name: text, title: text, description: text };
}
