import { Parser } from 'htmlparser2';
import type { LinkPage } from '../kernel/evidence-listing.ts';

/** UTF-16 code units; beyond it only hostile pages go. */
const longestPage = 128 * 1024;
/** What of a page is never read by anybody. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);
/** What stands on every page of a site: its “Privacy” does not make a privacy policy of each. */
const around: ReadonlySet<string> = new Set(['a', 'nav', 'footer', 'button']);

/** What a page shows before any program of its own has drawn it. Never throws. */
export function linkPage(html: string): LinkPage {
  const read = { title: '', heading: '', opening: '', textLength: 0, asksForPassword: false, hasScript: false };
  let speaksOfPrivacy = false;
  const inside = { unread: 0, around: 0, h1: 0, title: 0 };
  const step = (name: string, by: 1 | -1): void => {
    if (unread.has(name)) inside.unread = Math.max(0, inside.unread + by);
    if (around.has(name)) inside.around = Math.max(0, inside.around + by);
    if (name === 'h1' || name === 'title') inside[name] = Math.max(0, inside[name] + by);
  };
  const parser = new Parser({
    onopentag(name, attributes: Readonly<Record<string, string>>) {
      step(name, 1);
      if (name === 'script') read.hasScript = true;
      if (name === 'input' && attributes['type']?.trim().toLowerCase() === 'password') read.asksForPassword = true;
    },
    ontext(text) {
      if (inside.title > 0) read.title = joined(read.title, text);
      if (inside.unread > 0) return;
      if (inside.h1 > 0) read.heading = joined(read.heading, text);
      read.opening = joined(read.opening, text);
      read.textLength += text.replace(/\s+/g, ' ').trim().length;
      speaksOfPrivacy ||= inside.around === 0 && privacy.test(text);
    },
    onclosetag(name) {
      step(name, -1);
      read.opening = joined(read.opening, ' ');
    },
  });
  parser.write(html.slice(0, longestPage));
  parser.end();
  const { title, heading, opening, ...seen } = read;
  const titles = [title, heading, ...(seen.textLength <= fewWords ? [opening] : [])];
  return {
    ...seen,
    saysAbsent: titles.some((text) => absence.test(text)),
    speaksOfPrivacy: speaksOfPrivacy || privacy.test(title),
  };
}

/** The same of a text without markup. */
export function plainPage(text: string): LinkPage {
  const read = text.slice(0, longestPage).replace(/\s+/g, ' ').trim();
  return {
    textLength: read.length,
    asksForPassword: false,
    hasScript: false,
    saysAbsent: read.length <= fewWords && absence.test(read),
    speaksOfPrivacy: privacy.test(read),
  };
}

/** Of titles and openings, so much is read. */
const longestTitle = 400;

function joined(before: string, text: string): string {
  return before.length >= longestTitle ? before : (before + text).replace(/\s+/g, ' ').slice(0, longestTitle);
}

/** A page that says no more is read as a whole for a word that nothing is there. Characters. */
const fewWords = 400;

/** That nothing is there, or nobody any more, in the languages of most sites. */
const absence =
  /\b404\b|not found|page (?:does not|doesn[’']t|no longer) exist|no longer (?:available|exists)|can(?:[’']|no)t (?:be found|find (?:that|the|this) page)|domain (?:is|may be) for sale|domain (?:is )?parked|nicht gefunden|existiert nicht|introuvable|no (?:se ha )?encontrad[ao]|non trovat[ao]|não encontrad[ao]|niet gevonden|見つかりません|未找到|找不到|찾을 수 없|не найден/iu;

/** What a privacy policy cannot do without, in the languages of most sites. */
const privacy =
  /privacy|personal (?:data|information)|(?:your|user|customer) (?:data|information)|data (?:protection|processing|retention|we)|(?:collect|process|store)s? (?:any |no )?(?:data|information)|\bGDPR\b|\bCCPA\b|Datenschutz|personenbezogen|\bDSGVO\b|Ihre Daten|confidentialité|données|\bRGPD\b|privacidad|datos personales|privacidade|dados pessoais|riservatezza|dati personali|persoonsgegevens|privatliv|personuppgifter|integritetspolicy|prywatnoś|danych osobowych|gizlilik|kişisel veri|個人情報|プライバシー|隐私|隱私|个人信息|개인정보|конфиденциальн|персональн/iu;
