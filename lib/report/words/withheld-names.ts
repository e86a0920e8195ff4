import { msg } from '../../i18n/say.ts';
import type { Withheld } from '../../kernel/report.ts';

/** What a person may leave out of a report, by the name that it has for people. */
export const withheldNames: Readonly<Record<Withheld, string>> = {
  host: msg('the name of the server’s host'),
  paths: msg('paths of addresses'),
  addresses: msg('private network addresses'),
  extensions: msg('the list of extensions'),
  system: msg('browser and system'),
  tools: msg('names of tools'),
  exchanges: msg('requests and answers'),
};
