import { stringMember, stringsMember } from '../kernel/json.ts';
import { resultObject, type RpcReply } from '../kernel/rpc-reply.ts';

/**
 * The versions that a server/discover result names; empty for every other reply.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/server/discover#response
 */
export function supportedVersions(reply: RpcReply): readonly string[] {
  return stringsMember(resultObject(reply), 'supportedVersions') ?? [];
}

/**
 * The version that an initialize result settled on, if it says so.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#version-negotiation
 */
export function negotiatedVersion(reply: RpcReply): string | undefined {
  return stringMember(resultObject(reply), 'protocolVersion');
}
