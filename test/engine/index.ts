import { join } from 'node:path';

import type {
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
	IVersionedNodeType,
} from 'n8n-workflow';

import { ActiveTrigger, type TriggerOptions } from './active-trigger';
import type { CredentialData } from './credentials-helper';
import { type CredentialTestResult, testCredential } from './credential-test';
import { type DropdownOptions, listSearch, type ListSearchOptions, loadOptions } from './dropdowns';
import { type LoadedPackage, loadPackage } from './loaded-package';
import { type RunOptions, runWorkflow } from './run';
import type { EngineRun } from './run-result';
import type { WorkflowJson } from './workflow-json';

export type { BinaryMode, LogEntry } from './host';
export type { RunError } from './run-result';
export { inARow } from './workflow-json';
export type { CredentialData, CredentialTestResult, DropdownOptions, EngineRun };
export type { ActiveTrigger, ListSearchOptions, RunOptions, TriggerOptions, WorkflowJson };

/** n8n's engine with one package of nodes loaded. */
export class Engine {
	constructor(private readonly package_: LoadedPackage) {}

	/** Runs a workflow JSON. What fails in the run is in the result; wrong options throw. */
	async run(workflow: WorkflowJson, options: RunOptions = {}): Promise<EngineRun> {
		return await runWorkflow(this.package_, workflow, options);
	}

	/** A workflow that begins with a trigger of the package, ready to be activated. */
	trigger(workflow: WorkflowJson, options: TriggerOptions = {}): ActiveTrigger {
		return new ActiveTrigger(this.package_, workflow, options);
	}

	/** "Test" of n8n's credential dialog. */
	async testCredential(type: string, data: CredentialData): Promise<CredentialTestResult> {
		return await testCredential(this.package_, type, data);
	}

	/** @param nodeType with the name of the package before it, or without */
	async loadOptions(
		nodeType: string,
		method: string,
		options: DropdownOptions = {},
	): Promise<INodePropertyOptions[]> {
		return await loadOptions(this.package_, nodeType, method, options);
	}

	/** @param nodeType with the name of the package before it, or without */
	async listSearch(
		nodeType: string,
		method: string,
		options: ListSearchOptions = {},
	): Promise<INodeListSearchResult> {
		return await listSearch(this.package_, nodeType, method, options);
	}
}

/**
 * Loads a built package into n8n's engine, in this process. The package and the engine are loaded once; another call
 * costs the reading of the package's files.
 *
 * @param options `otherNodes`: nodes beside the package's, by full name
 * @throws Error when the package is not built
 */
export async function startEngine({
	packageFolder = join(__dirname, '..', '..'),
	otherNodes = {},
}: {
	packageFolder?: string;
	otherNodes?: Readonly<Record<string, INodeType | IVersionedNodeType>>;
} = {}): Promise<Engine> {
	return new Engine(await loadPackage(packageFolder, otherNodes));
}
