import type { IDataObject, IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { ConnectorError } from '../../../connector/errors';
import { noLimit } from '../../../connector/pages';
import type { Row } from '../../../connector/rows';
import { isLoopbackHost } from '../../../connector/transport';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { processPorts, type Ports } from '../../shared/platform/ports';
import { TriggerConnection, type TriggerContext } from '../../shared/trigger/connection';
import { describeEvents, EVENT } from '../../shared/trigger/describe';
import { hashOf } from '../../shared/trigger/memory';
import type { MyTargetApi } from '../api';
import { createdAt } from '../lead/created-at';
import { leadPages } from '../lead/lead-pages';
import { TIMEZONE } from '../limits';
import { myTarget } from '../platform';
import { delivery } from './delivery';
import { events } from './index';
import { newLead, ofForms, wantedLeads } from './newLead';
import { LeadSubscriptions, readNotification, type Notification } from './subscriptions';

/** Notifications that are remembered, so that one that comes twice is passed over. */
const REMEMBERED = 1000;
const KEY = 'notifications';

/** What an activation may take, and how long a notification may wait for its lead to be looked up. */
const ACTIVATION_WAIT_MS = 30_000;
const NOTIFICATION_WAIT_MS = 5_000;

/** A lead may say that it came a little before or after its notification. */
const AROUND_MINUTES = 10;

/** Whether leads are told of and not looked for. */
export function isWebhook(node: TriggerContext): boolean {
	return (
		node.getNodeParameter(EVENT) === newLead.value && node.getNodeParameter(delivery.field.name) === 'webhook'
	);
}

/** What n8n calls when a workflow is activated and deactivated. */
export const subscriptionMethods = (ports: Ports = processPorts) => ({
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return withSubscriptions(this, ports, async (subscriptions) => (await subscriptions.own()).length > 0);
	},
	async create(this: IHookFunctions): Promise<boolean> {
		return withSubscriptions(this, ports, async (subscriptions) => {
			await subscriptions.create();
			return true;
		});
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		return withSubscriptions(this, ports, async (subscriptions) => {
			for (const id of await subscriptions.own()) await subscriptions.remove(id);
			return true;
		});
	},
});

async function withSubscriptions(
	node: IHookFunctions,
	ports: Ports,
	act: (subscriptions: LeadSubscriptions) => Promise<boolean>,
): Promise<boolean> {
	const connection = connect(node, ports);
	try {
		const url = callbackUrl(node.getNodeWebhookUrl('default'));
		const { api } = await connection.open(new AbortController().signal, () => ACTIVATION_WAIT_MS);
		return await act(new LeadSubscriptions(api, url));
	} catch (error) {
		throw connection.errorOf(error);
	}
}

/** @throws {ParameterError} the platform takes no other addresses (sheet 3.29) */
function callbackUrl(url: string | undefined): string {
	if (url !== undefined && URL.canParse(url)) {
		const { protocol, hostname } = new URL(url);
		if (protocol === 'https:' || isLoopbackHost(hostname)) return url;
	}
	throw new ParameterError(
		delivery.field.displayName,
		`VK Ads sends notifications to https:// addresses only, and this n8n is at ${url ?? 'no address'}.`,
		'Set Delivery to Polling, or have n8n reached by https (its WEBHOOK_URL).',
	);
}

/** Hands the lead on that a notification is of; what is none, or came before, starts nothing. */
export async function receiveLead(
	node: IWebhookFunctions,
	ports: Ports = processPorts,
): Promise<IWebhookResponseData> {
	const connection = connect(node, ports);
	const url = node.getNodeWebhookUrl('default') ?? '';
	const notification = readNotification(node.getBodyData(), url);
	const { formIds, fieldsOf } = wantedLeads(connection.parameters);
	const isWanted =
		notification !== undefined &&
		(formIds === undefined || formIds.includes(String(notification.data.form_id))) &&
		isFirst(node, notification);
	if (!isWanted) return { webhookResponse: 'ignored' };
	const lead = (await lookedUp(connection, notification)) ?? notification.data;
	return { workflowData: [[{ json: fieldsOf(lead) as IDataObject }]] };
}

/** Remembers the notification. */
function isFirst(node: IWebhookFunctions, { id }: Notification): boolean {
	// What somebody tries by hand must not count as come.
	if (node.getMode() === 'manual') return true;
	const data = node.getWorkflowStaticData('node');
	const known = Array.isArray(data[KEY]) ? (data[KEY] as unknown[]).map(String) : [];
	const hash = hashOf(id);
	if (known.includes(hash)) return false;
	data[KEY] = [...known, hash].slice(-REMEMBERED);
	return true;
}

/** As a poll would have found it: a notification leaves the name of the form out. Undefined where that cannot be had now. */
async function lookedUp(
	connection: TriggerConnection<MyTargetApi>,
	{ data }: Notification,
): Promise<Row | undefined> {
	const came = createdAt(data.created_at)?.setZone(TIMEZONE);
	const stop = new AbortController();
	const timer = setTimeout(() => {
		stop.abort();
	}, NOTIFICATION_WAIT_MS);
	try {
		const { api } = await connection.open(stop.signal, () => NOTIFICATION_WAIT_MS);
		const reading = { api, limit: noLimit(), observe: connection.observe };
		const pages = leadPages(reading, {
			conditions: ofForms([String(data.form_id)]),
			between: {
				after: came?.minus({ minutes: AROUND_MINUTES }),
				before: came?.plus({ minutes: AROUND_MINUTES }),
			},
			newestFirst: true,
		});
		for await (const page of pages)
			for (const lead of page) if (String(lead.id) === String(data.id)) return lead;
		return undefined;
	} catch (error) {
		// Whatever it is, the lead is here and must not get lost.
		connection.node.logger.warn(
			connection.text(
				`the lead was handed on as the notification had it: ${error instanceof ConnectorError ? error.message : 'it could not be looked up'}`,
			),
		);
		return undefined;
	} finally {
		clearTimeout(timer);
	}
}

function connect(node: TriggerContext, ports: Ports): TriggerConnection<MyTargetApi> {
	return new TriggerConnection(node, myTarget, ports, describeEvents(events, myTarget));
}
