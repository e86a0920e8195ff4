/** Put in its place by the build (scripts/viewer-address.ts); there is none where nothing is built. */
declare const connectorDoctorViewer: string | null | undefined;

/** Where the hosted viewer lies that this build was given, an https address without a fragment; null where it was given none. */
export const viewerAddress: string | null = typeof connectorDoctorViewer === 'string' ? connectorDoctorViewer : null;
