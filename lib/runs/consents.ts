import { publicResolver } from '../standards/public-resolver.ts';
import type { RunChoices } from './run-choices.ts';

/** What the person agreed to beyond the connector itself, in the words of a report. */
export function consentsOf(choices: RunChoices, { resolver }: { readonly resolver: string }): readonly string[] {
  const { publicDns, plans, faviconService } = choices;
  return [
    ...(publicDns ? [resolver === publicResolver.url ? 'public-dns' : 'resolver'] : []),
    ...(plans.includes('active') ? ['active'] : []),
    ...(plans.includes('signed-in') ? ['sign-in'] : []),
    ...(faviconService ? ['google-favicon'] : []),
  ];
}
