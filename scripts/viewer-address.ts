/** The environment variable that names the hosted viewer, to which links of reports lead. */
const variable = 'CONNECTOR_DOCTOR_VIEWER_URL';

/** The address of the hosted viewer as it was given; null where none was. Throws where reports must not be sent there. */
export function givenViewer(environment: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const given = environment[variable]?.trim() ?? '';
  if (given === '') return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || given.includes('#')) {
    throw new Error(`${variable} has to be an https address without a user name and without a fragment, not ${given}`);
  }
  return url.href;
}

/** What a build puts in the place of components/report/viewer-address.ts’s name. */
export function viewerDefine(): Readonly<Record<string, string>> {
  return { connectorDoctorViewer: JSON.stringify(givenViewer()) };
}
