import type { IExecuteFunctions } from 'n8n-workflow';

import { asObject } from '../parameters/json';

/**
 * Whether somebody tries the workflow by hand. In a sub-workflow the mode does not tell, and n8n saves its static data
 * whoever began; what n8n notes of the workflow above is none of its public interface, so it is looked at with care, and
 * where it says nothing the run counts as one of production.
 */
export function isManualRun(node: IExecuteFunctions): boolean {
	const mode = node.getMode();
	if (mode !== 'integrated') return mode === 'manual';
	const { additionalData, runExecutionData } = node as unknown as Record<string, unknown>;
	// n8n 2.41 knows who began it all; the lines before it know the workflow that called this one.
	const { rootExecutionMode } = asObject(additionalData);
	const caller = asObject(asObject(asObject(runExecutionData).parentExecution).executionContext);
	return (rootExecutionMode ?? caller.source) === 'manual';
}
