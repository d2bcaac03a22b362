import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { ownConnection, RestError, type RestClient } from './rest-client';

const waitMs = 60_000;

const saved = z.object({ versionId: z.string() });
const publication = z.object({ status: z.string() });

/**
 * Makes the triggers of a workflow listen, and returns when they do. n8n 2 calls it publishing, 1 activating.
 *
 * @throws Error when they do not
 */
export async function publish(rest: RestClient, version: string, workflowId: string): Promise<void> {
	const path = `/workflows/${workflowId}`;
	const { versionId } = saved.parse(await rest.get(path));
	if (version.startsWith('1.')) await rest.patch(path, { active: true, versionId });
	else await rest.post(`${path}/activate`, { versionId });

	const deadline = Date.now() + waitMs;
	let status = await publicationStatus(rest, path);
	while (status === 'in_progress' && Date.now() < deadline) {
		await sleep(50);
		status = await publicationStatus(rest, path);
	}
	if (status !== 'published') throw new Error(`Publishing workflow ${workflowId} ended as ${status}.`);
}

/** Newer lines answer first and start the triggers then; those that do not tell have started them before they answer. */
async function publicationStatus(rest: RestClient, path: string): Promise<string> {
	try {
		return publication.parse(await rest.get(`${path}/publication-status`)).status;
	} catch (error) {
		if (error instanceof RestError && error.status === 404) return 'published';
		throw error;
	}
}

/** Undoes {@link publish}. */
export async function takeBack(rest: RestClient, version: string, workflowId: string): Promise<void> {
	const path = `/workflows/${workflowId}`;
	if (!version.startsWith('1.')) {
		await rest.post(`${path}/deactivate`);
		return;
	}
	const { versionId } = saved.parse(await rest.get(path));
	await rest.patch(path, { active: false, versionId });
}

/** Calls a webhook; one that was published just now may not listen yet. @throws Error when it never does */
export async function callWebhook(
	url: string,
	path: string,
	options: { body?: string } = {},
): Promise<Response> {
	const deadline = Date.now() + waitMs;
	for (;;) {
		const response = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: ownConnection,
			...options,
		});
		if (response.status !== 404) return response;
		if (Date.now() > deadline) throw new Error(`No webhook ${path}: ${await response.text()}`);
		await sleep(100);
	}
}
