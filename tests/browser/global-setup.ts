import { buildExtension } from '../../scripts/build-extension.ts';

/** Builds what the browsers' tests run, for both browsers, unless it is there already. */
export async function setup(): Promise<void> {
  await buildExtension('chrome');
  await buildExtension('firefox');
}
