import { say } from '../../i18n/say.ts';
import type { Reader } from '../../guides/guide.ts';
import type { Who } from '../../kernel/finding.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { hostedSignIns } from '../../standards/hosted-sign-in.ts';
import { isLocalRun } from './typed-words.ts';

/** Somebody using Claude, an Owner of an organization, or who runs the connector’s server. */
export type ReportReader = Reader;

/** Who reads a report, as far as it tells: `--local` is said of one’s own server, and the role was asked. */
export function readerOf({ evidence, account }: Pick<Report, 'evidence' | 'account'>): ReportReader {
  if (isLocalRun(evidence)) return 'author';
  return account?.role === 'owner' || account?.role === 'library-manager' ? 'owner' : 'user';
}

/** Who can change it, as a sentence. */
export function whoWords(finding: WordedFinding, report: Report, reader: ReportReader = readerOf(report)): string {
  if (isOfBundle(finding)) return say('Whoever makes the bundle can change this.');
  const words: Readonly<Record<Who, string>> = {
    you: say('You can change this yourself.'),
    owner: isOwner(report, reader)
      ? say('You can change this, as an Owner of the organization.')
      : say('An Owner of your organization’s Claude account can change this.'),
    author: authorWords(finding, report, reader),
    network:
      finding.code === 'account.identity-provider-policy'
        ? say('The people who look after the company’s sign-in can change this.')
        : say('The people who run the network or the firewall can change this.'),
    anthropic: say('Only Anthropic can change this.'),
  };
  // What lies in this check or this computer is the reader’s own, whoever it would be elsewhere.
  return words[isOfThisComputer(finding) ? 'you' : finding.who];
}

/** True when the reader has to ask somebody else, and so needs something to send. */
export function isForOthers(finding: WordedFinding, report: Report, reader: ReportReader = readerOf(report)): boolean {
  switch (finding.who) {
    case 'you':
      return false;
    case 'owner':
      return !isOwner(report, reader);
    case 'author':
      return !isOfThisComputer(finding) && !isOfBundle(finding) && !isOwn(finding, report, reader);
    case 'network':
    case 'anthropic':
      return true;
  }
}

/** Whoever runs a server may be an Owner as well, and told so. */
function isOwner({ account }: Report, reader: ReportReader): boolean {
  return (
    reader === 'owner' || (reader === 'author' && (account?.role === 'owner' || account?.role === 'library-manager'))
  );
}

/** Bundles are looked at by those who make them; of others nobody knows where to write to. */
function isOfBundle({ subject }: WordedFinding): boolean {
  return subject.kind === 'bundle';
}

function isOfThisComputer({ subject, who }: WordedFinding): boolean {
  return subject.kind === 'browser' && who === 'author';
}

function authorWords(finding: WordedFinding, report: Report, reader: ReportReader): string {
  if (isOwn(finding, report, reader)) return say('You can change this, as the server’s author.');
  const service = rented(finding);
  const place = placeOf(finding, report);
  if (service === null) {
    return place === null
      ? say('Only the people who run the server can change this.')
      : say('Only the people who run {place} can change this.', { place });
  }
  return place === null
    ? say('Only the people who run the server can change this, on their server or in their settings at {service}.', {
        service,
      })
    : say('Only the people who run {place} can change this, on their server or in their settings at {service}.', {
        place,
        service,
      });
}

/** True when the person runs what has to be changed: the connector’s server, as they say. */
function isOwn(finding: WordedFinding, report: Report, reader: ReportReader): boolean {
  return reader === 'author' && [null, hostOf(report)].includes(placeOf(finding, report));
}

/** The host whose people can change it. Nobody changes a product that is rented: its customer, the connector’s author, sets it up. */
function placeOf(finding: WordedFinding, report: Report): string | null {
  if (rented(finding) !== null) return hostOf(report);
  return subjectHost(finding) ?? hostOf(report);
}

/** The name of the rented sign-in service that the finding is about; null where it is about something else. */
function rented(finding: WordedFinding): string | null {
  const host = subjectHost(finding);
  if (finding.subject.kind !== 'authorization-server' || host === null) return null;
  return hostedSignIns.find((service) => service.host.test(host))?.name ?? null;
}

function subjectHost(finding: WordedFinding): string | null {
  const { url } = finding.subject;
  return url !== undefined && URL.canParse(url) ? new URL(url).host : null;
}

function hostOf(report: Report): string | null {
  return report.target && 'host' in report.target && report.target.host !== '' ? report.target.host : null;
}
