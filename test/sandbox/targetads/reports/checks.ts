import { isObject, type JsonObject } from '../../frame/routes';
import { Refusal, type Violation } from '../refusal';

import { Unfit, type Reader } from './readers';

/**
 * Checks the values of one body and collects what is wrong with it; the answer names everything at once (3.11). A check
 * gives the checked value, or undefined for a missing or wrong one. Field names are paths: `InteractionFilter.DateFrom`.
 */
export class Checks {
	private readonly violations: Violation[] = [];

	fail(field: string, tag: string, value: unknown): void {
		this.violations.push({ Error: true, FailedField: field, Tag: tag, Value: value ?? null });
	}

	/** Errors: a Refusal with everything that was found. */
	conclude(): void {
		if (this.violations.length > 0) throw new Refusal(400, 'validate error', this.violations);
	}

	optional<T>(field: string, value: unknown, read: Reader<T>): T | undefined {
		if (value === undefined) return undefined;
		const result = read(value);
		if (!(result instanceof Unfit)) return result;
		this.fail(field, result.tag, value);
		return undefined;
	}

	required<T>(field: string, value: unknown, read: Reader<T>): T | undefined {
		if (value !== undefined && value !== null) return this.optional(field, value, read);
		this.fail(field, 'required', null);
		return undefined;
	}

	/** A name that nobody has documented is a slip of the client, so it is refused. */
	names(field: string, value: JsonObject | undefined, known: readonly string[]): void {
		for (const [name, entry] of Object.entries(value ?? {})) {
			if (!known.includes(name)) this.fail(field === '' ? name : `${field}.${name}`, 'unknown', entry);
		}
	}
}

export const object: Reader<JsonObject> = (value) => (isObject(value) ? value : new Unfit('object'));
