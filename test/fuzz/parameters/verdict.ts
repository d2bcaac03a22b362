import type { EngineRun, RunError } from '../../engine';
import type { OperationUnderTest } from '../../platforms/loaded-node';

/** A field, an option of a collection, or a choice. */
interface Named {
	readonly displayName?: string;
	readonly options?: readonly Named[];
	readonly values?: readonly Named[];
}

export type Verdict =
	| 'rows'
	/** A refusal that names one of the parameters. */
	| 'parameter'
	/** One of the platform errors of the node, with its kind. */
	| 'platform'
	/** n8n itself refused: an expression that cannot be evaluated, a required parameter that is empty. */
	| 'n8n'
	| 'stopped'
	| { readonly defect: string };

/** Texts that only a programming error puts into a message. */
const INTERNAL =
	/TypeError|ZodError|RangeError|SyntaxError|\bundefined\b|\[object |is not a function|Cannot (read|convert)|Invalid time value|Invalid array length|circular structure|Maximum call stack|invalid_type|URI malformed/i;

/** What n8n says of an expression that is none, or that gives a function. */
const EXPRESSION = /^(invalid syntax|this is a function, please add \(\))$/;

function textsOf(run: EngineRun, node: string): string[] {
	const error = run.nodeError(node) ?? run.error;
	return [...run.hints(node), error?.message ?? '', error?.description ?? ''];
}

function displayNames(fields: readonly Named[]): string[] {
	return fields.flatMap(({ displayName = '', options = [], values = [] }) => [
		displayName,
		...displayNames(options),
		...displayNames(values),
	]);
}

/** Names of parameters that a set brings itself, such as custom ones. */
function ownNames(parameters: object): string[] {
	return Array.from(JSON.stringify(parameters).matchAll(/"name":"([^"]+)"/g), ([, name = '']) => name);
}

function isOfN8n({ name = '', message }: RunError): boolean {
	const isExpression = name === 'ExpressionError' || EXPRESSION.test(message);
	return isExpression || name === 'WorkflowHasIssuesError';
}

/** What a run with random parameters came to. */
export function verdictOf(
	run: EngineRun,
	node: string,
	operation: OperationUnderTest,
	parameters: object,
): Verdict {
	const internal = textsOf(run, node).find((text) => INTERNAL.test(text));
	if (internal !== undefined) return { defect: internal };
	if (run.status === 'success') return 'rows';
	if (run.status === 'canceled') return 'stopped';
	const error = run.nodeError(node) ?? run.error;
	if (error === undefined) return { defect: `${run.status} without an error` };
	if (isOfN8n(error)) return 'n8n';
	if (error.name === 'NodeApiError' && typeof error.context?.kind === 'string') return 'platform';
	const names = displayNames(operation.fields as readonly Named[]).filter((name) => name !== '');
	const message = error.message.toLowerCase();
	const named = [...names, ...ownNames(parameters)].some((name) => message.includes(name.toLowerCase()));
	if (error.name === 'NodeOperationError' && named) return 'parameter';
	return { defect: `${error.name ?? 'Error'}: ${error.message}` };
}
