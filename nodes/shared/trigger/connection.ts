import { createHash } from 'node:crypto';
import type { IHookFunctions, INodeProperties, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import { createRedactor, type Redact } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { RetryBudget } from '../../../connector/retry';
import { toNodeError } from '../errors/node-error';
import { Parameters } from '../parameters/parameters';
import { readRequestSettings } from '../parameters/request-options';
import { asAuthenticated } from '../platform/authentication';
import { credentialHost } from '../platform/credential-host';
import { filteredPorts } from '../platform/egress';
import { openApi, type OpenedApi } from '../platform/open-api';
import type { Platform } from '../platform/platform';
import type { Ports } from '../platform/ports';

/** A node that n8n calls without input items. */
export type TriggerContext = IPollFunctions | IHookFunctions | IWebhookFunctions;

/** The connection of a trigger to its platform. */
export class TriggerConnection<Api> {
	readonly parameters: Parameters;
	readonly platform: Platform<Api>;
	private secrets: readonly string[] = [];

	constructor(
		readonly node: TriggerContext,
		platform: Platform<Api>,
		readonly ports: Ports,
		properties: readonly INodeProperties[],
	) {
		this.platform = asAuthenticated(platform, node.getNode());
		this.parameters = new Parameters((name, fallback) => node.getNodeParameter(name, fallback), properties);
	}

	/** @param leftMs neither a wait nor the silence of the platform may be longer, whenever it is asked */
	async open(signal: AbortSignal, leftMs: () => number): Promise<OpenedApi<Api>> {
		const { node, platform, ports, parameters } = this;
		const { credentialType, defaults, timeoutGraceMs } = platform;
		const settings = readRequestSettings(parameters, defaults, timeoutGraceMs / 1000);
		const timeoutSeconds = Math.min(settings.timeoutSeconds, leftMs() / 1000);
		const credential = await node.getCredentials(credentialType);
		const opened = await openApi(
			platform,
			credential,
			{
				ports: filteredPorts(ports, node.helpers),
				observe: this.observe,
				signal,
				retryBudget: new RetryBudget(),
				host: credentialHost(node, credentialType),
				leftMs,
			},
			{ ...settings, timeoutSeconds },
		);
		this.secrets = opened.secrets;
		return opened;
	}

	/** The same for two that watch the same in the same account. @param what names of parameters, and whatever else */
	fingerprint({ owner }: Pick<OpenedApi<Api>, 'owner'>, what: readonly unknown[]): string {
		const { credentials } = this.node.getNode();
		const { id, name } = credentials?.[this.platform.credentialType] ?? {};
		const identity = JSON.stringify([id ?? name, owner, ...what]);
		return createHash('sha256').update(identity).digest('base64url').slice(0, 16);
	}

	/** In the words of an execution. */
	errorOf(error: unknown): Error {
		const { node, platform, redact } = this;
		return toNodeError(error, {
			node: node.getNode(),
			itemIndex: 0,
			redact,
			advice: platform.advice,
			rows: 0,
		});
	}

	readonly observe = (event: ConnectorEvent): void => {
		const { logger } = this.node;
		if (event.type === 'remark') logger.info(this.text(event.text));
		if (event.type === 'wait')
			logger.debug(this.text(`waiting ${Math.round(event.ms / 1000)} s (${event.reason})`));
	};

	readonly redact: Redact = (text) => createRedactor(this.secrets, this.platform.secretHeaders)(text);

	text(what: string): string {
		return this.redact(`${this.node.getNode().name}: ${what}`);
	}
}
