import { getLocale, getTranslations } from "next-intl/server";
import type { MailDay, MailDays } from "@/lib/console/read-mail-days";
import { formatDate, formatShortDate } from "@/lib/dates";
import { roundAbove, ticksTo } from "./count-scale";

const TOP = 12;
const FRAME = 150;
const FOOT = 24;
const AXIS = 40;
const STATES = ["delivered", "delayed", "bounced"] as const;
const FILLS = { delivered: "mail-delivered", delayed: "mail-delayed", bounced: "mail-bounced" } as const;

/** The mails of each day as stacked bars, with the sums above the chart and a table of the numbers below it. */
export async function MailChart({ mails }: { mails: MailDays }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.today.mails")]);
  const sumOf = (day: MailDay) => day.delivered + day.delayed + day.bounced;
  const end = roundAbove(Math.max(0, ...mails.days.map(sumOf)));
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(2, (count / end) * FRAME));
  const slot = 100 / mails.days.length;
  const bottom = TOP + FRAME;
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-1 text-ink-2">
        {STATES.map((state) => (
          <li key={state} className={`mail-key ${FILLS[state]}`}>
            {t(`sums.${state}`, { count: mails.total[state] })}
          </li>
        ))}
      </ul>
      <div className="flex fill-ink-2 text-[12px]">
        <svg className="flex-none" width={AXIS} height={bottom + FOOT} aria-hidden="true">
          {ticksTo(end).map((tick) => (
            <text key={tick} x={AXIS - 6} y={bottom - (tick / end) * FRAME + 4} textAnchor="end">
              {t("tick", { count: tick })}
            </text>
          ))}
        </svg>
        <svg
          className="min-w-0 flex-1 overflow-visible"
          width="100%"
          height={bottom + FOOT}
          role="img"
          aria-label={t("chart", { days: mails.days.length, ...mails.total })}
        >
          {ticksTo(end).map((tick) => {
            const y = bottom - (tick / end) * FRAME;
            return (
              <line
                key={tick}
                className={tick === 0 ? "stroke-ink" : "stroke-line"}
                x1="0"
                x2="100%"
                y1={y}
                y2={y}
              />
            );
          })}
          {mails.days.map((day, index) => (
            <MailBar
              key={day.day}
              day={day}
              left={index * slot}
              width={slot}
              bottom={bottom}
              heightOf={heightOf}
            />
          ))}
          {mails.days.map(({ day }, index) =>
            index % 7 === 1 ? (
              <text key={day} x={`${((index + 0.5) * slot).toFixed(2)}%`} y={bottom + 16} textAnchor="middle">
                {formatShortDate(day, locale)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <details className="fold">
        <summary>{t("asTable")}</summary>
        <div className="overflow-x-auto">
          <table className="mail-table">
            <thead>
              <tr>
                <th scope="col" className="text-left">
                  {t("day")}
                </th>
                {STATES.map((state) => (
                  <th scope="col" key={state}>
                    {t(`states.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {mails.days
                .filter((day) => sumOf(day) > 0)
                .map((day) => (
                  <tr key={day.day}>
                    <th scope="row" className="text-left">
                      {formatDate(day.day, locale)}
                    </th>
                    {STATES.map((state) => (
                      <td key={state}>{day[state]}</td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

interface MailBarProps {
  day: MailDay;
  left: number;
  width: number;
  bottom: number;
  heightOf: (count: number) => number;
}

function MailBar({ day, left, width, bottom, heightOf }: MailBarProps) {
  let top = bottom;
  return STATES.map((state) => {
    const height = heightOf(day[state]);
    if (height === 0) return null;
    top -= height;
    return (
      <rect
        key={state}
        className={FILLS[state]}
        x={`${(left + width * 0.18).toFixed(3)}%`}
        y={top}
        width={`${(width * 0.64).toFixed(3)}%`}
        height={height}
      />
    );
  });
}
