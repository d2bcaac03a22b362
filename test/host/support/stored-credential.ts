import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { installedN8n } from '../install/n8n';
import { environmentOf } from '../server/environment';
import { freePort } from '../server/free-port';
import { runCommand } from '../server/n8n-process';
import type { Host } from './host';

const shown = z.object({ data: z.record(z.string(), z.unknown()) });

/** A command of n8n in a process of its own, on the database of the server. */
export async function commandOn(host: Host, ...args: string[]): Promise<string> {
	const n8n = await installedN8n(host.version, () => {});
	return await runCommand(n8n, args, environmentOf(n8n, host.userFolder, await freePort()));
}

/** The data of a credential as they lie in the database. */
export async function storedCredential(host: Host, id: string): Promise<IDataObject> {
	const file = join(host.userFolder, 'credential.json');
	await commandOn(host, 'export:credentials', `--id=${id}`, '--decrypted', `--output=${file}`);
	const [credential] = JSON.parse(readFileSync(file, 'utf8')) as { data: IDataObject }[];
	return credential!.data;
}

/** What the dialog of the credential gets to show. */
export async function editorData({ rest }: Host, id: string): Promise<Record<string, unknown>> {
	return shown.parse(await rest.get(`/credentials/${id}?includeData=true`)).data;
}
