import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { ConnectorError, type ErrorKind, type Redact } from '../../../connector/errors';
import { SliceFailure } from '../../../connector/report';
import { plural } from '../parameters/shown';
import { isTool } from '../parameters/tool';
import { ParameterError } from '../parameters/parameter-error';
import { adviceOn, requestIdText } from './advice';

export type NodeError = NodeApiError | NodeOperationError;

/** n8n's word for why a node failed; it knows it from n8n-workflow 2.41 on, older versions ignore it. */
type Failure = NonNullable<NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure']>;

const FAILURE: Readonly<Record<ErrorKind, Failure['cause'] | undefined>> = {
	'rate-limited': 'rate-limited',
	'quota-exhausted': 'quota-exhausted',
	'temporarily-unavailable': 'temporarily-unavailable',
	timeout: 'temporarily-unavailable',
	'credential-invalid': 'credential-invalid',
	'access-denied': 'configuration-invalid',
	'request-invalid': 'configuration-invalid',
	'not-found': 'configuration-invalid',
	'response-invalid': 'node-defect',
	cancelled: undefined,
};

interface ErrorContext {
	readonly node: INode;
	readonly itemIndex: number;
	readonly redact: Redact;
	readonly advice: (error: ConnectorError) => string | undefined;
	/** Rows of the whole execution that had arrived. */
	readonly rows: number;
}

/** Turns whatever an operation threw into the error that n8n shows: what happened, what to do, nothing secret. */
export function toNodeError(error: unknown, context: ErrorContext): NodeError {
	if (error instanceof SliceFailure) return apiError(error.failure.error, context, sliceText(error, context));
	if (error instanceof ConnectorError) return apiError(error, context);
	if (error instanceof ParameterError) return parameterError(error, context);
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const message = context.redact(error instanceof Error ? error.message : String(error));
	const nodeError = new NodeOperationError(context.node, message, { itemIndex: context.itemIndex });
	nodeError.message = message;
	return nodeError;
}

function apiError(
	error: ConnectorError,
	context: ErrorContext,
	about?: { happened: string; advice: string },
): NodeApiError {
	const { node, itemIndex, redact } = context;
	const message = redact(about === undefined ? error.message : `${error.message} ${about.happened}`);
	const advice = adviceOn(error, context.advice);
	const { requestId } = error;
	const description = redact(`${advice}${about?.advice ?? ''}${requestIdText(error)}`);
	// Not the error itself: n8n would store it, with its cause and whatever a socket or a parser left in there.
	const plain: JsonObject = { message };
	const nodeError = new NodeApiError(node, plain, {
		message,
		description,
		itemIndex,
		httpCode: error.status?.toString(),
		failure: failureOf(error),
	});
	// n8n replaces a message when it finds a status or a system code in it, and ours says more.
	nodeError.message = message;
	nodeError.context.kind = error.kind;
	if (error.status !== undefined) nodeError.context.status = error.status;
	if (error.check !== undefined) nodeError.context.inDoubt = true;
	if (error.retryAfterMs !== undefined) nodeError.context.retryAfterMs = error.retryAfterMs;
	if (requestId !== undefined) nodeError.context.requestId = redact(requestId);
	return nodeError;
}

function parameterError(
	{ message, advice }: ParameterError,
	{ node, itemIndex, redact }: ErrorContext,
): NodeOperationError {
	const redacted = redact(message);
	const nodeError = new NodeOperationError(node, redacted, {
		itemIndex,
		description: advice === undefined ? undefined : redact(advice),
		failure: { cause: 'configuration-invalid' },
	});
	// The same here: a value that holds, say, "eexist" would be taken for a system code.
	nodeError.message = redacted;
	nodeError.context.kind = 'request-invalid';
	return nodeError;
}

/** Kinds that every other slice of the report would meet as well. */
const MEETS_ALL_SLICES = new Set<ErrorKind>(['access-denied', 'quota-exhausted', 'rate-limited']);

function sliceText(
	{ failure }: SliceFailure,
	{ node, rows }: ErrorContext,
): { happened: string; advice: string } {
	const { slice, error } = failure;
	const days = slice.window === undefined ? '' : `${slice.window.dateFrom} to ${slice.window.dateTo}`;
	const ids =
		slice.ids === undefined ? '' : `${plural(slice.ids.length, 'ID')} from ${slice.ids[0] ?? ''} on`;
	const what = [days, ids].filter(Boolean).join(', ');
	// An agent sees the first output only, so for a tool the option changes nothing.
	const others = slice.count > 1 && !MEETS_ALL_SLICES.has(error.kind) && !isTool(node);
	return {
		happened: `It was slice ${slice.index + 1} of ${slice.count}${what === '' ? '' : ` (${what})`}; ${plural(rows, 'row')} had arrived before.`,
		advice: others ? ' Set Options > On Slice Failure to Continue to keep the rows of all other slices.' : '',
	};
}

function failureOf({ kind, retryAfterMs }: ConnectorError): Failure | undefined {
	const cause = FAILURE[kind];
	if (cause === undefined) return undefined;
	const passes =
		cause !== 'credential-invalid' && cause !== 'configuration-invalid' && cause !== 'node-defect';
	return passes ? { cause, retryAfterMs } : { cause };
}

/** As an agent reads it: of an error only the message reaches the model, so what to do about it has to stand in there. */
export function forAgent(error: NodeError): NodeError {
	const { message, description } = error;
	if (typeof description === 'string' && !message.endsWith(description))
		error.message = `${message} ${description}`;
	return error;
}
