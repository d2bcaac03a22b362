import type { IDataObject, INode, INodeParameters, IPollFunctions, WorkflowExecuteMode } from 'n8n-workflow';

import type { Row } from '../../../../connector/rows';
import type { Look, TriggerEvent, Watch } from '../../../../nodes/shared/trigger/event';
import { pollNode } from '../../../../nodes/shared/trigger/poll';
import type { Platform } from '../../../../nodes/shared/platform/platform';
import { FakeClock } from '../../../support/fake-clock';
import { someNode } from '../fake-node';
import { list, pagesOf, platformWith, portsOf, type FakeApi } from '../fake-platform';

/** What the platform has at the moment; a look that fails throws. */
export type Objects = () => readonly Row[];

export type FakeWatch = Partial<Watch<FakeApi>>;

/** An event of objects `{id, state}`. */
export function eventOf(watch: FakeWatch): TriggerEvent<FakeApi> {
	return {
		name: 'It Happened',
		value: 'happened',
		description: 'When it happened',
		fields: [{ displayName: 'Of', name: 'of', type: 'string', default: '' }],
		none: 'Make it happen.',
		watch: () => ({
			look: () => pagesOf([]),
			idOf: ({ id }) => id,
			stateOf: ({ state }) => (state === undefined ? undefined : { state }),
			...watch,
		}),
	};
}

/** All objects on one page, seen to the end. */
export const whole = (objects: Objects) =>
	async function* look({ reachedEnd }: Look<FakeApi>) {
		yield await Promise.resolve([...objects()]);
		reachedEnd(true);
	};

interface Settings {
	readonly clock?: FakeClock;
	readonly budgetMs?: number;
	readonly platform?: Partial<Platform<FakeApi>>;
}

/** A trigger node in an active workflow, on a clock of its own. */
export class FakeTrigger {
	readonly clock: FakeClock;
	readonly logs: string[] = [];
	parameters: INodeParameters = {};
	credentialId = 'c1';
	staticData: IDataObject = {};

	constructor(
		private readonly event: TriggerEvent<FakeApi>,
		private readonly settings: Settings = {},
	) {
		this.clock = settings.clock ?? new FakeClock();
	}

	/** @returns what it starts the workflow with; rejects as `poll` would */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<IDataObject[]> {
		const platform = platformWith(
			list(() => pagesOf([])),
			this.settings.platform,
		);
		const outputs = await pollNode(this.context(mode), platform, [this.event], portsOf(this.clock));
		return (outputs?.[0] ?? []).map(({ json }) => json);
	}

	/** n8n is started anew with what it had stored. */
	restart(): void {
		this.staticData = JSON.parse(JSON.stringify(this.staticData)) as IDataObject;
	}

	private context(mode: WorkflowExecuteMode): IPollFunctions {
		const node: INode = { ...someNode, credentials: { fakeApi: { id: this.credentialId, name: 'C' } } };
		const log = (message: string) => {
			this.logs.push(message);
		};
		const parameters: INodeParameters = { event: this.event.value, of: '', ...this.parameters };
		const { budgetMs } = this.settings;
		const fake = {
			getCredentials: () => Promise.resolve({}),
			getMode: () => mode,
			getNode: () => node,
			getNodeParameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback,
			getWorkflowStaticData: () => this.staticData,
			helpers: {},
			logger: { debug: log, info: log, warn: log, error: log },
			...(budgetMs === undefined ? {} : { getPollBudgetMs: () => budgetMs }),
		};
		return fake as unknown as IPollFunctions;
	}
}
