import { browser } from 'wxt/browser';
import type { Report } from '../../lib/kernel/report.ts';

/** What a report says of the browser that looked: its name and main version, the system, and the person's language. */
export async function readEnvironment(): Promise<Report['environment']> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  return { browser: browserName(navigator.userAgent), os: `${os} ${arch}`, language: browser.i18n.getUILanguage() };
}

/** `Chrome 156` from a User-Agent; brands that call themselves something else as well come first. */
function browserName(userAgent: string): string | null {
  const found = /(Edg|OPR|Firefox|Chrome)\/(\d+)/g;
  const brands = new Map([...userAgent.matchAll(found)].map(([, brand = '', version = '']) => [brand, version]));
  const name = Object.keys(names).find((brand) => brands.has(brand));
  return name === undefined ? null : `${names[name]} ${brands.get(name)}`;
}

const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome' };
