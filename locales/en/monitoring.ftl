# Monitoring: from here buttons lead to all its parts.

monitoring-title =
    📊 <b>Monitoring</b>
    Ask the people who take part, see what comes of it, and tell others in figures.
monitoring-go-waves = 📝 Surveys
monitoring-go-questionnaires = 📋 Questionnaires
