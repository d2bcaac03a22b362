import { dayText } from '../../frame/calendar';
import { below, hex, mix } from '../../frame/hash';
import type { ObjectStore } from '../objects/object-store';
import type { MyTargetOptions } from '../options';

/** As GET lead_ads/leads.json gives it (sheet 3.26). */
export interface Lead {
	readonly id: number;
	readonly form_id: string;
	readonly form_name: string;
	readonly ad_plan_id: number | null;
	readonly ad_group_id: number | null;
	readonly banner_id: number | null;
	readonly created_at: string;
	readonly contact_info: Readonly<Record<string, string | null>>;
	readonly answers: readonly Answer[];
}

interface Answer {
	readonly block_id: number;
	readonly question_text: string;
	readonly answer_options: readonly { readonly text: string }[];
	readonly answer_text: string;
}

/** As GET lead_ads/lead_forms.json gives it (sheet 3.27). */
export interface LeadForm {
	readonly id: string;
	readonly name: string;
	readonly status: 1 | 2;
	readonly [field: string]: unknown;
}

/** A form without questions of its own. */
export const CONTACT_ALONE = 300_117;

const HOUR_MS = 3_600_000;

/** Leads and their forms in one account. */
export class LeadStore {
	/** By form, when test leads were sent: milliseconds. */
	readonly testLeads = new Map<string, number[]>();
	private received?: Lead[];
	private made?: readonly LeadForm[];

	/** @param index of the account; 0 is the owner of the application */
	constructor(
		private readonly options: MyTargetOptions,
		private readonly index: number,
		private readonly objects: ObjectStore,
		private readonly now: () => number,
	) {}

	reset(): void {
		this.received = undefined;
		this.testLeads.clear();
	}

	/** In the order of their coming. */
	get leads(): readonly Lead[] {
		return this.all;
	}

	/** In id order. */
	get forms(): readonly LeadForm[] {
		this.made ??= Array.from({ length: this.index === 0 ? this.options.leadForms : 1 }, (_, place) =>
			this.form(place),
		);
		return this.made;
	}

	/** @param at `2026-06-30T21:00:00.25Z` with as many fractions as it is to have; now without one */
	receive(at = new Date(this.now()).toISOString()): Lead {
		const lead = this.lead((this.all.at(-1)?.id ?? this.firstId) + 1, at);
		this.all.push(lead);
		return lead;
	}

	/** So many leads come in, or the first so many go. */
	shift(by: number): void {
		for (let count = 0; count < by; count++) this.receive();
		this.all.splice(0, Math.max(0, -by));
	}

	private get all(): Lead[] {
		if (this.received === undefined) {
			const { leads } = this.options;
			const count = this.index === 0 ? leads : 0;
			// Two sandboxes of one hour have the same.
			const end = Math.floor(this.now() / HOUR_MS) * HOUR_MS;
			this.received = Array.from({ length: count }, (_, place) => {
				const state = mix(this.state, place);
				const at = end - (count - place) * HOUR_MS + below(HOUR_MS / 2, state);
				const fraction = String(1 + below(999_999_999, mix(state, 1))).slice(0, below(10, mix(state, 2)));
				const seconds = new Date(at).toISOString().slice(0, 19);
				return this.lead(this.firstId + place * 3, `${seconds}${fraction && '.'}${fraction}Z`);
			});
		}
		return this.received;
	}

	private get state(): number {
		return mix(mix(this.options.seed, 0x1ead), this.index);
	}

	private get firstId(): number {
		return 9_500_000 + this.index * 100_000;
	}

	/** Every value of a person is a text that stands nowhere else. */
	private lead(id: number, at: string): Lead {
		const state = mix(this.state, id);
		const own = (what: number) => hex(8, mix(state, what));
		const form = this.forms[id % this.forms.length]!;
		const banner = id % 7 === 0 ? undefined : this.objects.all('banners')[below(40, state)];
		const group = banner && this.objects.find('ad_groups', banner.ad_group_id as number);
		return {
			id,
			form_id: form.id,
			form_name: form.name,
			ad_plan_id: (group?.ad_plan_id ?? null) as number | null,
			ad_group_id: group?.id ?? null,
			banner_id: banner?.id ?? null,
			created_at: at.replace('T', ' ').replace('Z', ' +0000 UTC'),
			contact_info: {
				first_name: `Имя-${own(1)}`,
				email: id % 5 === 0 ? null : `${own(2)}@lead.example`,
				phone: `+7999${String(id).padStart(8, '0')}`,
				birth_date: dayText(-7000 + (id % 12_000)),
				city: `Город-${own(3)}`,
				social_media_profile: `https://vk.example/${own(4)}`,
			},
			// Some forms ask for the contact alone.
			answers: Number(form.id) % 12 === CONTACT_ALONE % 12 ? [] : answersOf(own),
		};
	}

	private form(place: number): LeadForm {
		const id = String(300_100 + this.index * 1000 + place);
		const banners = this.objects.all('banners').slice(place * 2, place * 2 + 3);
		const groups = [...new Set(banners.map((banner) => banner.ad_group_id as number))];
		const plans = groups.map((group) => this.objects.find('ad_groups', group)?.ad_plan_id as number | null);
		const planIds = [...new Set(plans.filter((plan) => plan !== null))];
		return {
			id,
			name: `${place % 3 === 0 ? 'Заявка на замер' : 'Consultation'} ${place + 1}`,
			status: place % 10 === 9 ? 2 : 1,
			created: '2025-02-01 10:00:00',
			updated: '2025-03-01 10:00:00',
			leads_count: 0,
			ad_plans_count: planIds.length,
			ad_plan_ids: planIds,
			ad_group_ids: groups,
			banner_ids: banners.map((banner) => banner.id),
			active_ad_plan_ids: [],
			notification_actions: ['email'],
			logo: null,
			main_image: null,
		};
	}
}

function answersOf(own: (what: number) => string): Answer[] {
	return [
		{ block_id: 1, question_text: 'Когда перезвонить?', answer_options: [], answer_text: `В ${own(5)}` },
		{
			block_id: 2,
			question_text: 'Что выбрать?',
			answer_options: [{ text: `Первое ${own(6)}` }, { text: `Второе ${own(7)}` }],
			answer_text: '',
		},
	];
}

/** Everything that people said of themselves. */
export function contactsOf({ contact_info: contact, answers }: Lead): string[] {
	const said = answers.flatMap(({ answer_text: text, answer_options: options }) => [
		text,
		...options.map((option) => option.text),
	]);
	return [...Object.values(contact), ...said].filter((value) => value !== null && value !== '') as string[];
}
