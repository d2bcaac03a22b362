import { DateTime } from 'luxon';

import type { Page, Row } from '../../../connector/rows';
import { idScope } from '../../shared/parameters/id-scope';
import type { Parameters } from '../../shared/parameters/parameters';
import { simplifyField } from '../../shared/parameters/simplify';
import type { Look, TriggerEvent } from '../../shared/trigger/event';
import type { MyTargetApi } from '../api';
import { createdAt } from '../lead/created-at';
import { flatLead } from '../lead/flat-lead';
import { leadPages } from '../lead/lead-pages';
import { leadForm } from '../leadForm/kind';
import { FILTER_VALUES } from '../limits';
import { deliveryField } from './delivery';

/** A lead may show later than it says that it came, and the platform and n8n have clocks of their own (trap 57). */
const OVERLAP_MS = 3 * 3_600_000;

const forms = idScope({
	one: 'form',
	load: leadForm.load,
	example: '1234567, 1234568',
	options: [{ name: 'All', value: 'all', description: 'All lead forms of the account' }],
	description: 'Which lead forms to watch',
});

/** What is wanted of leads, by polling and by webhook alike. */
export interface WantedLeads {
	/** Undefined for all. */
	readonly formIds: readonly string[] | undefined;
	/** As the item has it. */
	readonly fieldsOf: (lead: Row) => Row;
}

/** @throws {ParameterError} */
export function wantedLeads(parameters: Parameters): WantedLeads {
	return {
		formIds: forms.read(parameters).ids,
		fieldsOf: parameters.flag(simplifyField.name) ? flatLead : (lead) => lead,
	};
}

export const newLead: TriggerEvent<MyTargetApi> = {
	name: 'New Lead',
	value: 'newLead',
	description: 'When somebody has sent a lead form of VK Ads',
	fields: [
		deliveryField,
		...forms.fields,
		{
			...simplifyField,
			description:
				'Whether to return each lead as a flat row: the contact as columns, and a column for each question',
		},
	],
	none: 'No lead has come yet. Lead Form > Send Test Lead of the VK Ads node makes one.',
	watch(parameters) {
		const { formIds, fieldsOf } = wantedLeads(parameters);
		return {
			look: (look) => leadsSince(look, formIds),
			newest: (look) =>
				leadPages(look, {
					conditions: ofForms(formIds),
					between: { after: undefined, before: undefined },
					newestFirst: true,
				}),
			idOf: ({ id }) => id,
			stateOf: () => ({}),
			tellsNew: true,
			itemOf: fieldsOf,
		};
	},
};

export function ofForms(formIds: readonly string[] | undefined) {
	return formIds === undefined ? [] : [{ field: 'form_ids', lookup: 'in', values: formIds } as const];
}

/** Leads in the order of their coming, those of the last hours once more. */
async function* leadsSince(
	look: Look<MyTargetApi>,
	formIds: readonly string[] | undefined,
): AsyncGenerator<Page> {
	const { mark, clock, leave } = look;
	const now = clock.now();
	const since = Number(mark?.since ?? now);
	let newest = since;
	const pages = leadPages(look, {
		conditions: ofForms(formIds),
		between: { after: DateTime.fromMillis(since - OVERLAP_MS, { zone: 'utc' }), before: undefined },
		newestFirst: false,
	});
	// So many forms take several requests, each of which begins with the oldest lead.
	const isInOrder = formIds === undefined || formIds.length <= FILTER_VALUES;
	for await (const page of pages) {
		for (const { created_at } of page)
			// One that claims to come from the future must not hide those that come before it.
			newest = Math.min(now, Math.max(newest, createdAt(created_at)?.toMillis() ?? 0));
		if (isInOrder) leave({ since: newest });
		yield page;
	}
	leave({ since: newest });
	look.reachedEnd(true);
}
