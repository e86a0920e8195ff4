import { msg, say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import type { SecretKind } from './redact-store.ts';

/** What kinds of secrets are called in a report, and why they were taken out. */
export const secretReasons: Readonly<Record<SecretKind, { readonly what: string; readonly why: string }>> = {
  token: { what: msg('token'), why: msg('whoever has it can act in its owner’s name') },
  key: { what: msg('key'), why: msg('whoever has it can act in its owner’s name') },
  password: { what: msg('password'), why: msg('whoever has it can sign in') },
  user: { what: msg('user name or address'), why: msg('it names a person or an account') },
  id: { what: msg('organization or user id'), why: msg('it names a person or an organization') },
  cookie: { what: msg('cookie'), why: msg('whoever has it can take over a session') },
  session: { what: msg('session id'), why: msg('whoever has it can take over a session') },
  email: { what: msg('e-mail address'), why: msg('it names a person') },
  header: { what: msg('value of your own request headers'), why: msg('it may open the server to others') },
  secret: { what: msg('secret'), why: msg('its name says that it is one') },
};

/** One line of a report’s redactions in the reader’s language: “2 × token: whoever has it can act in its owner’s name”. */
export function redactionWords({ what, why }: Report['redactions'][number]): string {
  const [, count = '', kind = what] = /^(\d+ × )(.*)$/s.exec(what) ?? [];
  return `${count}${known(kind)}: ${known(why)}`;
}

/** A report from elsewhere may say anything. */
function known(words: string): string {
  const isOurs = Object.values(secretReasons).some((reason) => reason.what === words || reason.why === words);
  return isOurs ? say(words) : words;
}
