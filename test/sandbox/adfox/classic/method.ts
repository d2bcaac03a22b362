import type { Account } from '../account';
import type { AdfoxRow } from '../objects/collection';

import type { Parameter, Parameters } from './checks';
import type { Listing } from './envelope';
import { incorrect, missing, Refusal } from './answer';
import type { SentFile, SentParameters } from './sent-parameters';

/** One entry of the catalogue. */
export interface Method {
	readonly object: string;
	readonly action: string;
	/** Without: the method has none (sheet, 2.1). */
	readonly actionObject?: string;
	readonly parameters: Parameters;
	/** Parameters whose name carries a number (7.2, 5). */
	readonly numbered?: readonly (readonly [RegExp, Parameter])[];
	/** What it takes as parts of a multipart form, with what they have to be. */
	readonly files?: Readonly<Record<string, (file: SentFile) => boolean>>;
	/** Rows of a page when no limit is sent; by default that of the options. */
	readonly defaultLimit?: number;
	readonly answer: ReadAnswer | WriteAnswer;
}

interface ReadAnswer {
	readonly reads: (account: Account, sent: SentParameters) => Listing | DirectResult;
}

interface WriteAnswer {
	readonly writes: (account: Account, sent: SentParameters) => Done;
}

/** A result without pages. */
interface DirectResult {
	readonly result: AdfoxRow;
}

/** What a write has done. */
export interface Done {
	/** Ids of the objects that were touched. */
	readonly ids: readonly string[];
	/** Told as `status/ID`. */
	readonly newId?: string;
	/** The part that was not done (4.1). */
	readonly message?: string;
	/** Told as `result/value`. */
	readonly value?: string;
	/** Nothing was to be done: code -10 (4.2). */
	readonly isPlacedUpper?: true;
}

/** Names that the method does not have pass: editions differ (6, 10). Errors: -6 bad value, -7 missing, -9 empty. */
export function checkParameters(method: Method, sent: SentParameters): void {
	for (const name of sent.names()) {
		const parameter = parameterOf(method, name);
		if (parameter === undefined) continue;
		const values = name.endsWith('[]') ? sent.all(name) : [sent.get(name)!];
		for (const value of values) checkValue(name, value, parameter);
	}
	for (const [name, file] of sent.files) {
		const isTaken = method.files?.[name]?.(file);
		if (isTaken === undefined) throw new Refusal(-6, 'Incorrect value', name, file.fileName);
		if (!isTaken || file.bytes.length === 0) throw incorrect(name, file.fileName);
	}
	for (const [name, { isRequired }] of Object.entries(method.parameters)) {
		if (isRequired === true && sent.all(name).length === 0) throw missing(name);
	}
}

function parameterOf(method: Method, name: string): Parameter | undefined {
	if (Object.hasOwn(method.parameters, name)) return method.parameters[name];
	return method.numbered?.find(([pattern]) => pattern.test(name))?.[1];
}

function checkValue(name: string, value: string, parameter: Parameter): void {
	if (value === '') {
		if (parameter.mayBeEmpty !== true) throw new Refusal(-9, 'Value must be not NULL', name, value);
		return;
	}
	if (!parameter.check(value)) throw incorrect(name, value);
}

/** A list of things in memory. */
export function listing<T>(objects: readonly T[], row: (object: T) => AdfoxRow): Listing {
	return {
		total: objects.length,
		read: (offset, limit) => objects.slice(offset, offset + limit).map(row),
	};
}
