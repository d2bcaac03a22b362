import fc from 'fast-check';

/** Every time zone that this runtime knows. */
export const someZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

export const someInstant = fc.date({
	// No time zone is a day behind: years before 2000 are refused.
	min: new Date('2000-01-02T00:00:00Z'),
	max: new Date('2039-12-31T23:59:59Z'),
	noInvalidDate: true,
});

export const someDay = someInstant.map((moment) => moment.toISOString().slice(0, 10));

/** The calendar day at a moment, told by the runtime itself. */
export function dayIn(zone: string, moment: Date): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).formatToParts(moment);
	const part = (type: string) => parts.find((candidate) => candidate.type === type)!.value;
	return `${part('year')}-${part('month')}-${part('day')}`;
}

/** All days from one to another, both included, by counting up one at a time. */
export function daysFrom(from: string, to: string): string[] {
	const days: string[] = [];
	const end = Date.parse(to);
	for (let time = Date.parse(from); time <= end; time += 86_400_000)
		days.push(new Date(time).toISOString().slice(0, 10));
	return days;
}

export const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
