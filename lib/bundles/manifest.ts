import { McpbManifestSchema as schema01 } from '@anthropic-ai/mcpb/schemas/0.1';
import { McpbManifestSchema as schema02 } from '@anthropic-ai/mcpb/schemas/0.2';
import { McpbManifestSchema as schema03 } from '@anthropic-ai/mcpb/schemas/0.3';
import { McpbManifestSchema as schema04 } from '@anthropic-ai/mcpb/schemas/0.4';
import { parseTree, type ParseError } from 'jsonc-parser';
import type { BundleManifest, ManifestFault } from '../kernel/evidence-bundle.ts';
import { isJsonObject, type Json } from '../kernel/json.ts';
import { jsonNesting } from '../kernel/json-nesting.ts';
import { bundleLimits as limits } from '../standards/bundle-limits.ts';
import { faultOf, faultsOf } from './manifest-faults.ts';
import { createLineFinder, lineAt } from './manifest-lines.ts';

/** The official schemas, of every version of manifests. */
const schemas = { '0.1': schema01, '0.2': schema02, '0.3': schema03, '0.4': schema04 } as const;

type Version = keyof typeof schemas;

const versions = Object.keys(schemas) as readonly Version[];

/** What stands in place of a manifest that is too large to be read. */
export const tooLargeManifest: BundleManifest = {
  version: null,
  value: null,
  faults: [faultOf({ kind: 'too-large', path: '', expected: '256 KiB', line: null })],
  faultCount: 1,
};

/**
 * Reads manifest.json as the official validator does: as UTF-8 and strict JSON (a byte order mark fails there), then against the schema
 * of the version that it names, `manifest_version` before the older `dxt_version`. Never throws.
 */
export function readManifest(bytes: Uint8Array): BundleManifest {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.startsWith('\uFEFF')) return unread(faultOf({ kind: 'byte-order-mark', path: '', line: 1 }));
  if (jsonNesting(text).depth > limits.nesting) {
    return unread(faultOf({ kind: 'nested', path: '', expected: String(limits.nesting), line: null }));
  }
  const value = parsed(text);
  if (value === undefined) return unread(faultOf({ kind: 'json', path: '', ...whereItBreaks(text) }));
  const version = versionOf(value);
  const lineOf = createLineFinder(text);
  if (version === null) {
    const path =
      isJsonObject(value) && 'dxt_version' in value && !('manifest_version' in value)
        ? 'dxt_version'
        : 'manifest_version';
    const fault = faultOf({ kind: 'version', path, expected: versions.join(', '), line: lineOf([path]) });
    return { version, value, faults: [fault], faultCount: 1 };
  }
  const result = schemas[version].safeParse(value);
  if (result.success) return { version, value, faults: [], faultCount: 0 };
  const { faults, count } = faultsOf(result.error.issues, value, lineOf);
  return { version, value, faults: faults.slice(0, mostFaults), faultCount: count };
}

const mostFaults = 20;

function unread(fault: ManifestFault): BundleManifest {
  return { version: null, value: null, faults: [fault], faultCount: 1 };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function whereItBreaks(text: string): { readonly line: number | null; readonly expected?: string } {
  if (text.trim() === '') return { line: null };
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return { line: first === undefined ? null : lineAt(text, first.offset), expected: 'JSON' };
}

function versionOf(value: Json): Version | null {
  if (!isJsonObject(value)) return null;
  return [value['manifest_version'], value['dxt_version']].find(isVersion) ?? null;
}

function isVersion(value: Json | undefined): value is Version {
  return (versions as readonly unknown[]).includes(value);
}
