import { say } from '../i18n/say.ts';
import type { Who } from '../kernel/finding.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import { hostedSignIns } from '../standards/hosted-sign-in.ts';
import { isLocalRun } from './typed-words.ts';

/** Who can change it, as a sentence. */
export function whoWords(finding: WordedFinding, report: Report): string {
  const words: Readonly<Record<Who, string>> = {
    you: say('You can change this yourself.'),
    owner: say('An Owner of your organization’s Claude account can change this.'),
    author: authorWords(finding, report),
    network: say('The people who run the network or the firewall can change this.'),
    anthropic: say('Only Anthropic can change this.'),
  };
  // What lies in this check or this computer is the reader’s own, whoever it would be elsewhere.
  return words[finding.subject.kind === 'browser' && finding.who === 'author' ? 'you' : finding.who];
}

/** True when the reader has to ask the people who run the server, and so needs something to send. */
export function isForOthers(finding: WordedFinding, report: Report): boolean {
  return finding.who === 'author' && !isOwn(finding, report);
}

function authorWords(finding: WordedFinding, report: Report): string {
  if (isOwn(finding, report)) return say('You can change this, as the server’s author.');
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

/** True when the person runs what has to be changed: it is the server that they announced with `--local`. */
function isOwn(finding: WordedFinding, report: Report): boolean {
  return isLocalRun(report.evidence) && [null, hostOf(report)].includes(placeOf(finding, report));
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
