import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';

/** Cuts the dates of certificates to the day: public logs find a certificate, and with it its host, by the second. */
export function withoutHoursOfCertificates(report: Report): Report {
  const { tls } = report.facts;
  const day = report.createdAt.slice(0, 10);
  return {
    ...report,
    evidence: withoutHours(report.evidence, day),
    facts: { ...report.facts, tls: tls && { ...tls, notAfter: tls.notAfter && dayOf(tls.notAfter, day) } },
  };
}

function withoutHours(value: Json, today: string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withoutHours(item, today));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      (name === 'notBefore' || name === 'notAfter') && typeof member === 'string'
        ? dayOf(member, today)
        : withoutHours(member, today),
    ]),
  );
}

/** On the very day of the check the hour decides. */
function dayOf(date: string, today: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(date) && !date.startsWith(today) ? `${date.slice(0, 10)}T00:00:00.000Z` : date;
}
