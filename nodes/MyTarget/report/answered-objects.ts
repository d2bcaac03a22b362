import { z } from 'zod';

import { ResponseInvalidError } from '../../../connector/errors';
import type { FailedSlice } from '../../../connector/report';
import { mapInTurns, Turns, type Row } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { plural } from '../../shared/parameters/shown';
import type { Loading } from '../../shared/report/declaration';
import type { MyTargetApi } from '../api';
import { id as objectId } from '../schemas';

/** One object of an answer. */
export interface AnsweredObject {
	/** Undefined where it names none. */
	readonly id: number | string | undefined;
	readonly rows: readonly Row[];
	/** Where it has a form that nobody knows. */
	readonly oddAt?: string;
}

const withId = z.looseObject({ id: objectId });

/**
 * Reads objects one by one, so that an odd one spoils nothing but itself, in turns of rows: one object may have a year of
 * days.
 */
export async function* readObjects<Form>(
	items: readonly unknown[],
	form: z.ZodType<Form>,
	rowsOf: (object: Form) => Iterable<Row>,
	signal: AbortSignal,
): AsyncGenerator<readonly AnsweredObject[]> {
	const steps = readSteps(items, form, rowsOf);
	for await (const made of mapInTurns(steps, (step) => step, new Turns(signal)))
		yield made.filter((step) => step !== undefined);
}

/** A step for each row, and one for its object, which has them all. */
function* readSteps<Form>(
	items: readonly unknown[],
	form: z.ZodType<Form>,
	rowsOf: (object: Form) => Iterable<Row>,
): Generator<AnsweredObject | undefined> {
	for (const item of items) {
		const { id } = withId.safeParse(item).data ?? {};
		const { data, error } = form.safeParse(item);
		const rows: Row[] = [];
		for (const row of data === undefined ? [] : rowsOf(data)) {
			rows.push(row);
			yield;
		}
		yield error === undefined ? { id, rows } : { id, rows, oddAt: error.issues[0]?.path.join('.') ?? '' };
	}
}

/** Gets a part of a slice that failed although the platform answered; may throw its error. */
export type ReportOdd = (failure: FailedSlice) => void;

/** The objects that came for a slice, in one answer or in several. */
export class AnsweredObjects {
	private readonly ids = new Set<string>();
	private hasUnnamed = false;

	constructor(
		private readonly slice: Slice,
		private readonly loading: Loading<MyTargetApi>,
		private readonly reportOdd: ReportOdd,
	) {}

	/** The rows of those that can be read; the others are reported one by one. */
	rowsOf(objects: readonly AnsweredObject[]): Row[] {
		for (const { id, oddAt } of objects) {
			if (id === undefined) {
				this.hasUnnamed = true;
				continue;
			}
			this.ids.add(String(id));
			if (oddAt !== undefined)
				this.report(
					[String(id)],
					`What the platform sent for object ${id} has an unknown form (at "${oddAt}").`,
				);
		}
		return objects.flatMap(({ rows }) => rows);
	}

	/**
	 * When everything is there: what named no object may be any of those that were asked for and did not come.
	 *
	 * @throws {ResponseInvalidError} it cannot be told which objects that are
	 */
	end(): void {
		const { ids } = this.slice;
		if (this.hasUnnamed && ids === undefined)
			throw new ResponseInvalidError('The platform sent an object without its ID.');
		const lost = this.hasUnnamed ? (ids ?? []).filter((id) => !this.ids.has(id)) : [];
		this.loading.answered(this.slice, [...this.ids, ...lost]);
		if (lost.length > 0)
			this.report(
				lost,
				`The platform sent an object without its ID, and nothing for ${plural(lost.length, 'object')} from ${lost[0] ?? ''} on.`,
			);
	}

	private report(ids: readonly string[], message: string): void {
		const error = new ResponseInvalidError(message);
		this.reportOdd({ slice: { ...this.slice, ids }, error, rowsDelivered: 0 });
	}
}
