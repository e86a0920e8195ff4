import type { SmallExtension } from './small-extension.ts';

/** The same extension in Firefox's form: it names itself, and its worker is a page. */
export function forFirefox(extension: SmallExtension): SmallExtension {
  const { background, ...manifest } = extension.manifest as {
    readonly background?: { readonly service_worker: string };
  };
  return {
    ...extension,
    manifest: {
      ...manifest,
      ...(background && { background: { scripts: [background.service_worker] } }),
      browser_specific_settings: { gecko: { id: firefoxId(extension.name) } },
    },
  };
}

/** The id under which `forFirefox` has an extension with this name. */
export function firefoxId(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '-')}@clinic.dev`;
}
