/** The time of day where the editor runs, `HH:MM`, 24 hours. */
export function timeOfDay(now = new Date()): string {
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
