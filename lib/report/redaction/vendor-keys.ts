import { holdsMark, type SecretStore } from './redact-store.ts';
import { isToolName } from './redact-tool-name.ts';

/** Takes out the keys whose makers made them recognizable by how they begin, and addresses whose path is the key. */
export function vendorKeys(text: string, store: SecretStore): string {
  const out = webhooks(text, store).replace(vendorKey, (whole, at: number, all: string) =>
    /\d/.test(whole) && !holdsMark(whole) && !isToolName(all, at) ? store.learn(whole, 'key') : whole,
  );
  return out.includes('AA') ? telegram(out, store) : out;
}

/** By the makers’ own descriptions of their keys, and the rules of common scanners. */
const vendorKey = new RegExp(
  String.raw`(?<![A-Za-z\d])(?:${[
    String.raw`(?:sk|rk|pk)[-_](?:[a-z]{1,8}[-_]){0,3}[\w-]{16,}`,
    String.raw`s(?:hp(?:at|ca|pa|ss|tka)_[\da-f]{20,}|bp_[\da-f]{16,}|b_secret_[\w-]{16,}|q0[a-z]{3}-[\w-]{16,}|ntry[su]_[\w+/=]{20,}|ecret_[A-Za-z\d]{40,})`,
    String.raw`g(?:h[opsur]_[A-Za-z\d]{16,}|ithub_pat_\w{20,}|l(?:pat|rt|dt|ptt|ft|soat|agent|cbt|oas)-[\w.-]{16,}|lsa_\w{20,}|lc_[\w+/=]{30,}|sk_[A-Za-z\d]{20,})`,
    String.raw`x(?:ox[a-z]-[\w-]{10,}|app-[\w-]{10,}|ai-[A-Za-z\d]{20,}|keysib-[\da-f]{40,})`,
    String.raw`A(?:(?:KIA|SIA)[A-Z\d]{16}|Iza[\w-]{30,}|T[AC]TT3[\w=-]{16,}|TBB[A-Za-z\d]{20,}|GE-SECRET-KEY-1[A-Z\d]{40,}|BSK[\w+/]{40,})`,
    String.raw`d(?:op_v1_[\da-f]{32,}|ckr_[po]at_[\w-]{16,}|api[\da-f]{32}|p\.(?:st|pt|ct|sa)\.[\w.-]{20,})`,
    String.raw`n(?:pm_[A-Za-z\d]{30,}|tn_[A-Za-z\d]{20,}|fp_[A-Za-z\d]{30,}|vapi-[\w-]{30,})`,
    String.raw`p(?:ypi-AgE[\w-]{16,}|cs[rk]k?_\w{30,}|scale_(?:tkn|pw|oauth)_[\w.-]{20,}|plx-[A-Za-z\d]{30,}|hx_[A-Za-z\d]{30,}|at-(?:na|eu|ap)\d-[\da-f-]{30,}|at[A-Za-z\d]{14}\.[\da-f]{40,})`,
    String.raw`h(?:f_[A-Za-z\d]{20,}|v[sb]\.[\w-]{20,})`,
    String.raw`r(?:nd_[A-Za-z\d]{20,}|8_[A-Za-z\d]{30,}|e_[A-Za-z\d]{8}_[A-Za-z\d]{16,}|ubygems_[\da-f]{40,})`,
    String.raw`l(?:in_(?:api|oauth)_[A-Za-z\d]{20,}|sv2_[ps][tk]_[\da-f_]{30,})`,
    String.raw`EAA[A-Za-z\d]{40,}|GOCSPX-[\w-]{20,}|NRAK-[A-Z\d]{20,}|PMAK-[\da-f-]{40,}|HRKU-[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,}`,
    String.raw`apify_api_\w{20,}|figd_[\w-]{16,}|tvly-[\w-]{20,}|whsec_[\w+/-]{16,}|ya29\.[\w-]{20,}|1//0[\w-]{30,}`,
    String.raw`[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,40}`,
  ].join('|')})`,
  'g',
);

/** @see https://core.telegram.org/bots/api#authorizing-your-bot */
function telegram(text: string, store: SecretStore): string {
  return text.replace(/((?<!\d)\d{6,12}(?::|%3A))(AA[\w-]{30,60})/gi, (_, lead: string, key: string) =>
    holdsMark(key) ? lead + key : lead + store.learn(key, 'key'),
  );
}

const slash = String.raw`(?:\\?/|%2F)`;

/** Whoever knows the path may post: all of it is the key. */
const webhook = new RegExp(
  `((?:${[
    String.raw`hooks\.slack(?:-gov)?\.com${slash}(?:services|workflows|triggers)`,
    String.raw`discord(?:app)?\.com${slash}api(?:${slash}v\d{1,2})?${slash}webhooks`,
    String.raw`\.webhook\.office\.com${slash}webhookb2`,
    String.raw`outlook\.office(?:365)?\.com${slash}webhook`,
    String.raw`hooks\.zapier\.com${slash}hooks${slash}(?:catch|standard)`,
    String.raw`hook(?:\.[a-z]{2}\d)?\.(?:make|integromat)\.com`,
    String.raw`maker\.ifttt\.com${slash}trigger${slash}[\w-]{1,100}${slash}(?:json${slash})?with${slash}key`,
  ].join('|')})${slash})((?:[\\w@.-]|${slash}){8,600})`,
  'gi',
);

function webhooks(text: string, store: SecretStore): string {
  if (!/hook|ifttt/i.test(text)) return text;
  return text.replace(webhook, (whole, lead: string, found: string) => {
    const path = found.replace(/(?:\\?\/|%2F|\.)+$/i, '');
    return holdsMark(path) || !/\d/.test(path) ? whole : lead + store.learn(path, 'key') + found.slice(path.length);
  });
}
