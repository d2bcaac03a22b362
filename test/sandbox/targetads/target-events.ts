/** A target event as `/v1/meta/target_event` gives it (3.3). */
export interface TargetEvent {
	readonly event_type: string;
	readonly event_category: string;
	readonly event_name: string;
	readonly description: string;
}

/** The first three are the samples of 3.3. The others repeat a name under another type (S15). */
export const TARGET_EVENTS = [
	['ecommerce', 'transaction', 'Purchase', 'Покупка товара'],
	['lead', 'form', 'ContactForm', 'Отправка формы обратной связи'],
	['engagement', 'video', 'VideoComplete', 'Полный просмотр видео'],
	['engagement', 'form', 'ContactForm', 'Форма открыта, но не отправлена'],
].map(
	([event_type, event_category, event_name, description]) =>
		({ event_type, event_category, event_name, description }) as TargetEvent,
);

/**
 * Whether a filter takes an event. The samples have `EventType: ["Purchase"]` although that is an `event_name` whose
 * `event_type` is `ecommerce` (T11), so either word counts. Unknown words take nothing.
 */
export function takes(
	event: TargetEvent,
	types: readonly string[] | undefined,
	names: readonly string[] | undefined,
): boolean {
	if (types !== undefined && !types.includes(event.event_type) && !types.includes(event.event_name))
		return false;
	return names === undefined || names.includes(event.event_name);
}
