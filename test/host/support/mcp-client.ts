import type { createRequire } from 'node:module';

import { z } from 'zod';

import { installedN8n } from '../install/n8n';
import { nativeRequire } from '../../setup/native-require';

interface Client {
	connect(transport: object): Promise<void>;
	listTools(): Promise<unknown>;
	callTool(call: { name: string; arguments: object }, schema?: undefined, options?: object): Promise<unknown>;
	getServerVersion(): unknown;
	close(): Promise<void>;
}

const listed = z.object({
	tools: z.array(
		z.object({ name: z.string(), description: z.string(), inputSchema: z.record(z.string(), z.unknown()) }),
	),
});

const called = z.object({
	isError: z.boolean().optional(),
	content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
});

export interface McpClient {
	tools(): Promise<z.infer<typeof listed>['tools']>;
	/** @returns the text of the answer. @throws Error when the tool says that it failed */
	call(name: string, given: object): Promise<string>;
	close(): Promise<void>;
}

/** How long a tool may take: some reports are made in minutes. */
const CALL_MS = 120_000;

/**
 * The client of the protocol's own SDK, which is in every install of n8n, as an assistant would hold it.
 *
 * @param token of the Authorization header; '' for none
 */
export async function connectMcp(version: string, url: string, token: string): Promise<McpClient> {
	const { command } = await installedN8n(version, () => {});
	const { createRequire: nativeCreateRequire } = nativeRequire('node:module') as {
		createRequire: typeof createRequire;
	};
	const ofN8n = nativeCreateRequire(command);
	const { Client: SdkClient } = ofN8n('@modelcontextprotocol/sdk/client/index.js') as {
		Client: new (info: object) => Client;
	};
	const { StreamableHTTPClientTransport } = ofN8n('@modelcontextprotocol/sdk/client/streamableHttp.js') as {
		StreamableHTTPClientTransport: new (url: URL, options: object) => object;
	};
	const client = new SdkClient({ name: 'assistant', version: '1' });
	const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
	return {
		tools: async () => listed.parse(await client.listTools()).tools,
		call: async (name, given) => {
			const answer = await client.callTool({ name, arguments: given }, undefined, { timeout: CALL_MS });
			const { content, isError } = called.parse(answer);
			const text = content.map((part) => part.text).join('');
			if (isError === true) throw new Error(text);
			return text;
		},
		close: async () => client.close(),
	};
}
